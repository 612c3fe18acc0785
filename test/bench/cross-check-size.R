# Sizes, power and detectable effects of the unpooled two-proportion z test, worked out by R on its own:
# qnorm and pnorm for the closed forms, uniroot for the effect. Input and output: see cross-check-size.mjs.
plans <- read.delim(commandArgs(TRUE)[1], colClasses = "character")
number <- function(text) as.numeric(text)
list_of <- function(text) as.numeric(strsplit(text, " ")[[1]])

critical <- function(alpha, sides) qnorm(alpha / sides, lower.tail = FALSE)
unit_variance <- function(p1, p2, w1, w2) p1 * (1 - p1) / w1 + p2 * (1 - p2) / w2
total_for <- function(p1, p2, w1, w2, alpha, sides, power)
  (critical(alpha, sides) + qnorm(power))^2 * unit_variance(p1, p2, w1, w2) / (p2 - p1)^2
power_at <- function(n, p1, p2, w1, w2, alpha, sides)
  pnorm(abs(p2 - p1) / sqrt(unit_variance(p1, p2, w1, w2) / n) - critical(alpha, sides))

apart <- function(ours, theirs) max(abs(ours - theirs) / abs(theirs))
worst <- c(exact = 0, whole = 0, power = 0, effect = 0)
for (i in seq_len(nrow(plans))) {
  row <- plans[i, ]
  p1 <- number(row$baseline); p2 <- number(row$target)
  alpha <- number(row$alpha); sides <- number(row$sides); power <- number(row$power)
  w <- list_of(row$weights); w <- w / sum(w)
  totals <- sapply(w[-1], function(w2) total_for(p1, p2, w[1], w2, alpha, sides, power))
  needed <- max(totals); w2 <- w[-1][which.max(totals)]
  sizes <- needed * w
  worst["exact"] <- max(worst["exact"], apart(list_of(row$exact), sizes))
  worst["whole"] <- max(worst["whole"], abs(list_of(row$sizes) - ceiling(sizes)))
  ours <- number(row$answered_power)
  worst["power"] <- max(worst["power"], apart(ours, power_at(sum(ceiling(sizes)), p1, p2, w[1], w2, alpha, sides)))
  if (row$effect != "") {
    n <- number(row$effect_total); sign <- sign(p2 - p1)
    gap <- function(d) power_at(n, p1, p1 + sign * d, w[1], w2, alpha, sides) - power
    most <- if (sign > 0) 1 - p1 else p1
    root <- uniroot(gap, c(1e-12, most * (1 - 1e-12)), tol = 1e-16, maxiter = 10000)$root
    worst["effect"] <- max(worst["effect"], apart(abs(number(row$effect)), root))
  }
}
cat(sprintf("%d plans against %s\n", nrow(plans), R.version.string))
cat(sprintf("exact size, worst relative difference:  %.2g\n", worst["exact"]))
cat(sprintf("whole sizes, worst difference in units: %g\n", worst["whole"]))
cat(sprintf("power, worst relative difference:       %.2g\n", worst["power"]))
cat(sprintf("effect, worst relative difference:      %.2g\n", worst["effect"]))
quit(status = if (worst["exact"] < 1e-12 && worst["whole"] == 0 && worst["power"] < 1e-11 && worst["effect"] < 1e-8) 0 else 1)
