"""Statistical secrecy: the one gate between the figures and everything that shows or writes them.

porte = ouverture.ouvrir(profil, snapshots, reglages, coffre=…)  # on the last snapshot
lot = porte.lire(periode, filtres, dimensions)  # a calcul.lot.Lot, masked

From the floor up: `reglages` and `profils` (who may see what), `liste` and `requetes` (what may be
asked), `releve` (every cell of the list, exact), `relations` (what may be added and subtracted),
`regles` (what is sensitive), `suppression` (what must be masked besides), `protegees` (what is
left), `porte`; `memoire` ties an arrêté to the earlier ones, `audit` checks the result.
"""
