# Bounds, inflation, average samples and chances of group sequential designs as rpact works them out.
# Input and output: see cross-check-sequential.mjs.
suppressPackageStartupMessages(library(rpact))
designs <- read.delim(commandArgs(TRUE)[1], colClasses = "character")
number <- function(text) as.numeric(text)
list_of <- function(text) if (text == "") numeric(0) else as.numeric(strsplit(text, " ")[[1]])
apart <- function(ours, theirs) if (length(ours)) max(abs(ours - theirs)) else 0

type_of <- c(pocock = "P", `obrien-fleming` = "OF", `lan-demets-pocock` = "asP",
             `lan-demets-obrien-fleming` = "asOF", power = "asKD")
beta_type_of <- c(none = "none", z = "none", `lan-demets-pocock` = "bsP",
                  `lan-demets-obrien-fleming` = "bsOF", power = "bsKD")

theirs <- function(row) {
  t <- list_of(row$fractions)
  args <- list(kMax = length(t), informationRates = t, alpha = number(row$alpha), beta = 1 - number(row$power),
               sided = number(row$sides), typeOfDesign = type_of[[row$family]], tolerance = 1e-10)
  if (row$family == "power") args$gammaA <- number(row$exponent)
  if (row$futility == "z") args$futilityBounds <- rep(number(row$futility_z), length(t) - 1)
  if (!row$futility %in% c("none", "z")) {
    args$typeBetaSpending <- beta_type_of[[row$futility]]
    if (row$futility == "power") args$gammaB <- number(row$futility_exponent)
  }
  if (row$futility != "none") args$bindingFutility <- row$binding == "true"
  design <- suppressWarnings(do.call(getDesignGroupSequential, args))
  list(design = design, characteristics = suppressWarnings(getDesignCharacteristics(design)))
}

measures <- c("bound", "futility", "inflation", "average_null", "average_effect", "success")
table <- list()
skipped <- 0
for (i in seq_len(nrow(designs))) {
  row <- designs[i, ]
  found <- tryCatch(theirs(row), error = function(e) { message(row$family, " ", row$futility, ": ", conditionMessage(e)); NULL })
  if (is.null(found)) { skipped <- skipped + 1; next }
  upper <- list_of(row$upper)
  # rpact's own bounds are good to 1e-5 where they are far out.
  known <- found$design$criticalValues < 5
  futility <- list_of(row$futility_bounds)
  difference <- c(
    apart(upper[known], found$design$criticalValues[known]),
    if (length(futility)) {
      # rpact writes -6 and 0 for no bound at a look.
      wanted <- found$design$futilityBounds
      seen <- is.finite(futility) & is.finite(wanted) & wanted > -5.9 & futility > -5.9
      apart(futility[seen], wanted[seen])
    } else 0,
    apart(number(row$inflation), found$characteristics$inflationFactor),
    apart(number(row$average_null), found$characteristics$averageSampleNumber0),
    apart(number(row$average_effect), found$characteristics$averageSampleNumber1),
    apart(list_of(row$success), as.vector(found$characteristics$rejectionProbabilities))
  )
  name <- paste0(row$family, ", ", row$sides, if (row$sides == "1") " side" else " sides",
    if (row$futility == "none") "" else paste0(", futility ", if (row$futility == "z") "z" else "spending",
      if (row$binding == "true") " (binding)" else ""))
  if (max(difference[-1]) > 2e-5) message(sprintf("row %d %s t=%s: %s", i, name, row$fractions, paste(signif(difference, 2), collapse = " ")))
  table[[name]] <- rbind(table[[name]], difference)
}
cat(sprintf("%d designs against rpact %s, worst absolute differences\n", nrow(designs) - skipped, packageVersion("rpact")))
cat(sprintf("%-58s %4s %9s %9s %9s %9s %9s %9s\n", "family", "n", "bound", "futility", "inflation", "mean H0", "mean H1", "power"))
for (name in sort(names(table))) {
  worst <- apply(table[[name]], 2, max)
  cat(sprintf("%-58s %4d %9.1e %9.1e %9.1e %9.1e %9.1e %9.1e\n", name, nrow(table[[name]]),
              worst[1], worst[2], worst[3], worst[4], worst[5], worst[6]))
}
if (skipped) cat(sprintf("%d designs that rpact does not take\n", skipped))
# rpact solves to 1e-10 of a probability and cuts one-sided integrals at z = -6; its bounds of rare events follow.
worst <- apply(do.call(rbind, table), 2, max)
quit(status = if (worst[1] < 1e-3 && max(worst[-1]) < 2e-5) 0 else 1)
