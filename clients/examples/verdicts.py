"""Combien de mesures manquent leur seuil, par région : le fichier d’une adresse, lu par la bibliothèque standard.

    python3 verdicts.py http://127.0.0.1:4000
"""

import csv
import io
import json
import sys
import urllib.error
import urllib.request

PREFIXE = "mesures.repartition."

adresse = f"{sys.argv[1]}/q/verdicts-par-region.csv"
try:
    with urllib.request.urlopen(adresse) as reponse:
        lignes = list(csv.DictReader(io.TextIOWrapper(reponse, encoding="utf-8", newline="")))
except urllib.error.HTTPError as refus:
    erreur = json.load(refus)["errors"][0]
    sys.exit(f"{erreur['extensions']['code']} : {erreur['message']}")

# Une liste vide est une ligne sans région, qui dit pourquoi.
if not lignes[0][PREFIXE + "cle"]:
    sys.exit(f"Aucune mesure : {lignes[0]['mesures.absence.motif']}")

regions = {}
for ligne in lignes:
    # Un territoire que personne ne place n’a pas de région à nommer.
    nom = ligne[PREFIXE + "entite.nom"] or ligne[PREFIXE + "libelle"]
    region = regions.setdefault(nom, {"total": int(ligne[PREFIXE + "nombre"])})
    # Une ligne par raison : le nombre d’un verdict y est répété, il ne se somme pas.
    region[ligne[PREFIXE + "dont.cle"]] = int(ligne[PREFIXE + "dont.nombre"])

for nom, verdicts in sorted(regions.items()):
    # Ce qui n’est pas jugé est montré à part : ni conforme, ni non conforme.
    sans = verdicts.get("INDETERMINE", 0) + verdicts.get("SANS_VERDICT", 0)
    print(f"{nom} : {verdicts.get('NON_CONFORME', 0)} non conformes sur {verdicts['total']}, {sans} sans réponse sûre")

if any("DEMONSTRATION" in ligne["palier.origines"].split() for ligne in lignes):
    print("Données fictives, de démonstration.")
