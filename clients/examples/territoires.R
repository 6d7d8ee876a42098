# Les territoires de CLSC, leur population et leur bilan : l'adresse lue par R seul, sans paquet.
#   Rscript territoires.R http://127.0.0.1:4000
adresse <- paste0(commandArgs(trailingOnly = TRUE)[1], "/q/tableau-territoires.csv")

# Les codes sont des textes (« 06112 » perdrait son zéro), et une cellule vide est une absence, jamais un zéro.
territoires <- read.csv(adresse, check.names = FALSE, colClasses = "character", na.strings = "", encoding = "UTF-8")
nombre <- function(colonne) as.numeric(territoires[[paste0("territoiresClsc.nodes.", colonne)]])

# Où un verdict est réservé, le compte n'est pas connu : ce n'est pas un zéro.
non_conformes <- nombre("bilan.nonConformes")
non_conformes[which(territoires[["territoiresClsc.nodes.bilan.verdictsReserves"]] == "true")] <- NA

par_region <- aggregate(
  data.frame(population = nombre("population.nombre"), non_conformes = non_conformes),
  by = list(region = territoires[["territoiresClsc.nodes.region.code"]]),
  FUN = sum # pas de na.rm : la somme d'une absence est une absence
)
print(par_region, row.names = FALSE)
if (any(grepl("DEMONSTRATION", territoires[["palier.origines"]]))) cat("Données fictives, de démonstration.\n")
