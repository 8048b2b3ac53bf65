# SPDX-License-Identifier: EUPL-1.2
# The same tasks in igraph: `igraph_peer.py FILE ROUNDS`, FILE as bench/paths.ts writes it. Prints the least
# CPU seconds of each task.
import json
import sys
import time

import igraph
import numpy as np

given = json.load(open(sys.argv[1]))
rounds = int(sys.argv[2])
nodes = given["nodes"]
tail = np.fromfile(given["from"], dtype=np.int32)
head = np.fromfile(given["to"], dtype=np.int32)
cost = np.fromfile(given["cost"], dtype=np.float64)


def least(task):
    task()
    best = float("inf")
    for _ in range(rounds):
        before = time.process_time()
        task()
        best = min(best, time.process_time() - before)
    return best


pairs = list(zip(tail.tolist(), head.tolist()))
plain = igraph.Graph(n=nodes, edges=pairs, directed=True)
start = given["sources"][0]
reach = least(lambda: plain.subcomponent(start, mode="out"))
# One source and one sink for all, by edges that are never the cheapest.
much = float(cost.sum()) + 1
ends = [(nodes, s) for s in given["sources"]] + [(t, nodes + 1) for t in given["sinks"]]
whole = igraph.Graph(n=nodes + 2, edges=pairs + ends, directed=True)
whole.es["capacity"] = np.concatenate([cost, np.full(len(ends), much)]).tolist()
found = {}


def cut():
    found["cut"] = whole.mincut(nodes, nodes + 1, capacity="capacity")


cut_s = least(cut)
print(
    json.dumps(
        {
            "reach": reach,
            "cut": cut_s,
            "flow": found["cut"].value,
            "edges": len(found["cut"].cut),
            "reached": len(plain.subcomponent(start, mode="out")),
        }
    )
)
