# SPDX-License-Identifier: EUPL-1.2
# The same question to numpy: `numpy_peer.py FILE yearly|steady`. `yearly` draws a number of events for
# every risk and year; `steady` one number for all years and a year for each event, as we do.
import json
import sys

import numpy as np

given = json.load(open(sys.argv[1]))
years = given["years"]
rng = np.random.default_rng(given["seed"])
total = np.zeros(years)
every = np.arange(years)
for risk in given["risks"]:
    rate = risk["frequency"]["poisson"]
    shape = risk["loss_eur"]["lognormal"]
    mu = np.log(shape["median"])
    sigma = np.log(shape["p95"] / shape["median"]) / 1.6448536269514722
    if sys.argv[2] == "yearly":
        count = rng.poisson(rate, years)
        when = np.repeat(every, count)
    else:
        when = rng.integers(0, years, rng.poisson(rate * years))
    loss = rng.lognormal(mu, sigma, when.size)
    total += np.bincount(when, weights=loss, minlength=years)
total.sort()
print(
    json.dumps(
        {
            "expected_loss_eur": total.mean(),
            "standard_error_eur": total.std() / years**0.5,
            "percentiles_eur": list(np.percentile(total, [50, 90, 95, 99])),
        }
    )
)
