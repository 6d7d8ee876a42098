#!/bin/sh
# Verdicts par région, gardés dans un fichier et redemandés seulement s’ils ont changé.
#   sh verdicts.sh http://127.0.0.1:4000 verdicts.csv
set -eu
palier=$1
fichier=$2
nouveau=$(mktemp)
# Ce que l’on a déjà n’est comparé que s’il est encore là.
[ -e "$fichier" ] || rm -f "$fichier.etag"
trap 'rm -f "$nouveau" "$nouveau.etag"' EXIT

# Un refus (HTTP 4xx ou 5xx) dit en français ce qui ne va pas : il est montré, et rien n’est remplacé.
statut=$(curl -sS --compressed -o "$nouveau" -w '%{http_code}' \
  --etag-compare "$fichier.etag" --etag-save "$nouveau.etag" \
  "$palier/q/verdicts-par-region.csv")
case $statut in
  200) mv "$nouveau" "$fichier" && mv "$nouveau.etag" "$fichier.etag" && echo "Nouveau : $(($(wc -l <"$fichier") - 1)) lignes dans $fichier" ;;
  304) echo "Inchangé : $fichier" ;;
  *) cat "$nouveau" >&2 && exit 1 ;;
esac
if grep -q DEMONSTRATION "$fichier"; then echo "Données fictives, de démonstration."; fi
