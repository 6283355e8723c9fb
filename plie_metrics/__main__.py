"""`python -m plie_metrics …`: see plie_metrics/commandes."""

import sys

from plie_metrics.commandes import principal

if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
