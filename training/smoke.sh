#!/usr/bin/env bash
# The whole chain on a tiny random Llama, a few minutes on one core: prepare, every loss, resume, evaluate, export, import,
# register, reasons. Ends with a code other than 0 when anything fails.
# usage: smoke.sh [WORK_FOLDER]   (PYTHON names the interpreter; default python3)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=${1:-$(mktemp -d)}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1} TOKENIZERS_PARALLELISM=false HF_HUB_OFFLINE=1 PYTHONWARNINGS=ignore
mkdir -p "$work"
cd "$work"
run() { "$python" "$here/$1.py" "${@:2}"; }
train() { run train --config "$here/configs/tiny-llama-$1.yaml" "${@:2}"; }
refuses() { if "$@" >refused.txt 2>&1; then echo "accepted: $*" >&2; exit 1; else tail -1 refused.txt; fi; }

run make_tiny_llama --out bases/tiny-llama
run make_smoke_rows --out rows
for recipe in pointwise choice sft dpo s-dpo kto; do run prepare --rows rows/$recipe --base bases/tiny-llama; done
refuses run prepare --rows rows/pointwise --base bases/tiny-llama --max-tokens 40
cp -r rows/pointwise rows/broken
sed -i '3s/0\.97/0.5/' rows/broken/train.jsonl
refuses run prepare --rows rows/broken --base bases/tiny-llama
run smoke_checks packing bases/tiny-llama rows/pointwise

# Learns; stopped half-way and resumed, it ends exactly where the uninterrupted run does.
rm -rf runs
train pointwise
run smoke_checks falls runs/tiny-pointwise/log.jsonl 0.2
train pointwise --set name=resumed --stop-after 20
train pointwise --set name=resumed --resume
run smoke_checks same-loss runs/tiny-pointwise runs/resumed

for loss in choice sft dpo s-dpo kto; do train $loss --smoke; done
train sft --set name=tiny-sft-longer --set 'stages.0.epochs=0.5'
run smoke_checks falls runs/tiny-sft-longer/log.jsonl
run write_reasons --rows rows/choice --out rows/reasons --student bases/tiny-llama --limit 40
run write_reasons --rows rows/choice --out rows/reasons --limit 40
train sft --smoke --set loss=sft-reasoning --set name=tiny-reasons --set stages.0.rows=rows/reasons
refuses train pointwise --set quantise=nf4 --set name=quantised

run evaluate --base bases/tiny-llama --rows rows/choice --limit 20 --out choice.json
run evaluate --base bases/tiny-llama --rows rows/pointwise --adapter runs/tiny-pointwise/adapter --out figures.json --dump dump.jsonl
for type in f32 f16 q8_0; do
  run export_adapter --run runs/tiny-pointwise --out $type.gguf --type $type --peft-out peft
  run import_adapter --gguf $type.gguf --base bases/tiny-llama --out from-$type
done
run smoke_checks same-adapter runs/tiny-pointwise/adapter from-f32 0
run smoke_checks same-adapter runs/tiny-pointwise/adapter from-f16 1e-3
run smoke_checks same-adapter runs/tiny-pointwise/adapter from-q8_0 1e-2
train pointwise --smoke --set name=continued --set init_adapter=from-f16
run register --run runs/tiny-pointwise --file f16.gguf --figures figures.json --out card.json

# Scores prompts, is cut off in the middle of a line, and goes on.
score() { run score --base bases/tiny-llama --adapter runs/tiny-pointwise/adapter --prompts rows/pointwise/validation.jsonl --out scored.jsonl; }
score
cp scored.jsonl whole.jsonl
head -c 2000 whole.jsonl >scored.jsonl
score
cmp <(cut -d, -f1 scored.jsonl) <(cut -d, -f1 whole.jsonl)
echo "smoke: all passed"
