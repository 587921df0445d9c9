"""Makes a tiny random Llama with a byte-level BPE tokenizer that has Llama 3.1's special tokens, for smoke tests.

usage: make_tiny_llama.py --out FOLDER
"""
import argparse
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

SPECIALS = ["<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]
VOCABULARY = 512
TEXT = (
    "You choose artwork for a streaming service. Viewer Loves Likes Avoids Title Genres Picture Answer Yes No "
    "Does the picture fit this viewer? Answer Yes or No. Which picture fits this viewer best? Answer with its letter. "
    "system user assistant A B C D E F G H red blue green white boat horse lamp train tower forest"
)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=VOCABULARY, special_tokens=SPECIALS, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator([TEXT, TEXT], trainer)
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token=SPECIALS[0], eos_token=SPECIALS[4], pad_token=SPECIALS[1]
    )
    fast.save_pretrained(args.out)
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=VOCABULARY, hidden_size=64, intermediate_size=128, num_hidden_layers=3, num_attention_heads=4,
        num_key_value_heads=2, max_position_embeddings=1024, bos_token_id=0, eos_token_id=4, pad_token_id=1,
        initializer_range=0.08, tie_word_embeddings=False,
    )  # fmt: skip
    LlamaForCausalLM(config).save_pretrained(args.out)
    print(f"{args.out}: {len(fast)} tokens, 3 layers, 64 wide")


if __name__ == "__main__":
    main()
