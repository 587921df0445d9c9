"""The estimators of the Open Bandit Pipeline (Saito et al. 2020, section 3) written with NumPy and pandas, on the same files:
IPS, SNIPS, DM, DR with a cross-fitted ridge of action and title, 1,000 bootstraps clustered by user. Prints seconds and values as JSON."""
import json
import sys
import time

import numpy as np
import pandas as pd

FOLDS, DRAWS = 5, 1000


def ridge_predictions(codes, counts, rewards, folds):
    """Additive ridge of categories: prediction for each row by the folds it is not in, and the coefficients."""
    offsets = np.concatenate([[1], 1 + np.cumsum(counts)[:-1]])
    size = 1 + sum(counts)
    columns = np.stack([np.zeros(len(rewards), dtype=np.int64)] + [code + off for code, off in zip(codes, offsets)], axis=1)
    models = []
    for fold in range(FOLDS):
        rows = columns[folds != fold]
        gram = np.zeros((size, size))
        for i in range(rows.shape[1]):
            for j in range(rows.shape[1]):
                np.add.at(gram, (rows[:, i], rows[:, j]), 1)
        right = np.zeros(size)
        for i in range(rows.shape[1]):
            np.add.at(right, rows[:, i], rewards[folds != fold])
        gram[np.arange(1, size), np.arange(1, size)] += 1
        models.append(np.linalg.lstsq(gram, right, rcond=None)[0])
    return np.stack(models), offsets


def main(path):
    started = time.perf_counter()
    log = pd.read_parquet(path + ".parquet")
    target = pd.read_parquet(path + "-target.parquet")
    user, users = pd.factorize(log.user_id)
    action, actions = pd.factorize(log.action)
    title, titles = pd.factorize(log.title_id)
    reward = log.reward.to_numpy(float)
    folds = user % FOLDS
    models, offsets = ridge_predictions([action, title], [len(actions), len(titles)], reward, folds)
    place = pd.Series(np.arange(len(log)), index=log.decision_id)
    row = place.loc[target.decision_id].to_numpy()
    code = pd.Index(actions).get_indexer(target.action)
    fold = folds[row]
    q = models[fold, 0] + models[fold, offsets[0] + code] + models[fold, offsets[1] + title[row]]
    expected = np.bincount(row, target.probability.to_numpy() * q, len(log))
    logged = code == action[row]
    probability = np.zeros(len(log))
    probability[row[logged]] = target.probability.to_numpy()[logged]
    prediction = models[folds, 0] + models[folds, offsets[0] + action] + models[folds, offsets[1] + title]
    weight = probability / log.propensity.to_numpy()
    terms = np.stack([np.ones(len(log)), weight, weight * reward, expected, weight * (reward - prediction)])
    sums = np.stack([np.bincount(user, term, len(users)) for term in terms])
    random = np.random.default_rng(1)
    drawn = np.stack([sums @ random.multinomial(len(users), np.full(len(users), 1 / len(users))) for _ in range(DRAWS)])

    def values(s):
        return np.array([s[..., 2] / s[..., 0], s[..., 2] / s[..., 1], s[..., 3] / s[..., 0], (s[..., 3] + s[..., 4]) / s[..., 0]])

    point = values(sums.sum(axis=1))
    ends = np.quantile(values(drawn), [0.025, 0.975], axis=1)
    names = ["ips", "snips", "dm", "dr"]
    print(json.dumps({"seconds": time.perf_counter() - started, "values": dict(zip(names, point)), "intervals": dict(zip(names, ends.T.tolist()))}))


main(sys.argv[1])
