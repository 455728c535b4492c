#!/usr/bin/env bash
# Makes the shipped language model and the claims room's weights from nothing: environment, training, export, figures.
#   training/run.sh [DATA] [OUT]      DATA defaults to ../shared/data, OUT to training/.cache/run
# Run again after a stop, it goes on from the last checkpoint.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:-../shared/data}
out=${2:-training/.cache/run}
if [ ! -x .venv-training/bin/python ]; then
    python3 -m venv .venv-training
    .venv-training/bin/pip install -q -r training/requirements.txt
fi
export PYTHONPATH=src:. OMP_WAIT_POLICY=passive
python=.venv-training/bin/python
mkdir -p training/.cache "$out"
[ -e "$out/finished" ] || nice -n 5 $python -m training.train --data "$data" --out "$out" --threads "${THREADS:-2}" --minutes "${MINUTES:-76}"
$python -m training.lemmas --data "$data" --out "$out"
$python -m training.export --run "$out" --model src/trucewatch/language/model
$python -m training.borders --data "$data" --model src/trucewatch/language/model
claims=training/.cache/claims
[ -e "$claims/roles.pt" ] || $python -m training.claims.roles --data "$data" --run "$claims" --threads "${THREADS:-2}"
$python -m training.claims.train --gold "${GOLD:-$data/../gold}" --data "$data" --run "$claims" --threads "${THREADS:-2}"
$python -m training.evaluate --data "$data" --card training/MODEL_CARD.md --card src/trucewatch/language/model/MODEL_CARD.md
