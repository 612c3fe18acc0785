# Sizes, power and detectable effects worked out by R on its own: power.prop.test, power.t.test and pwr where they answer
# the question, else qnorm, pnorm, pt and uniroot. Input: see cross-check.mjs.
plans <- read.delim(commandArgs(TRUE)[1])
for (column in c("n1", "n2")) plans[[column]] <- as.numeric(plans[[column]])
has_pwr <- suppressWarnings(requireNamespace("pwr", quietly = TRUE))

# Power by a normal statistic: signal, deviation times sqrt(N) in truth and under the null hypothesis.
by_normal <- function(signal, sd1, sd0, N, z, both) {
  right <- pnorm((signal * sqrt(N) - z * sd0) / sd1)
  right + ifelse(both, pnorm((-signal * sqrt(N) - z * sd0) / sd1), 0)
}
parts <- function(q, p1, p2, r, w1, w2) switch(q,
  "z-unpooled" = , "non-inferiority" = list(p2 - p1, sqrt(p1 * (1 - p1) / w1 + p2 * (1 - p2) / w2), NULL),
  "z-pooled" = { m <- (w1 * p1 + w2 * p2) / (w1 + w2)
    list(p2 - p1, sqrt(p1 * (1 - p1) / w1 + p2 * (1 - p2) / w2), sqrt(m * (1 - m) * (1 / w1 + 1 / w2))) },
  "arcsine" = list(2 * asin(sqrt(p2)) - 2 * asin(sqrt(p1)), sqrt(1 / w1 + 1 / w2), NULL),
  "relative-lift" = list(p2 / p1 - 1, sqrt(p2 * (1 - p2) / p1^2 / w2 + p1 * (1 - p1) * p2^2 / p1^4 / w1), NULL),
  "normal" = list(p2 - p1, sqrt(r$sd1^2 / w1 + r$sd2^2 / w2), NULL),
  "poisson" = , "negative-binomial" = { k <- if (q == "poisson") 0 else r$k
    list(log(p2 / p1), sqrt((1 / p1 + k) / w1 + (1 / p2 + k) / w2), NULL) },
  "poisson-score" = { m <- (w1 * p1 + w2 * p2) / (w1 + w2)
    list(p2 - p1, sqrt(p1 / w1 + p2 / w2), sqrt(m * (1 / w1 + 1 / w2))) },
  "log-rank" = { d <- w1 * p1 + w2 * p2; a <- w1 / (w1 + w2)
    list(log(log(1 - p2) / log(1 - p1)), sqrt(1 / (d * a * (1 - a))), NULL) })

# Power of a plan at sizes n1 and n2 (which need not be whole) with treatment at p2.
power_at <- function(r, n1, n2, p2 = r$p2) {
  p1 <- r$p1; q <- r$question; z <- qnorm(r$alpha / r$sides, lower.tail = FALSE); both <- r$both == 1 && r$sides == 2
  tail <- r$alpha / r$sides
  t_power <- function(se, df) { crit <- qt(tail, df, lower.tail = FALSE); ncp <- abs(p2 - p1) / se
    pt(crit, df, ncp, lower.tail = FALSE) + ifelse(both, pt(-crit, df, ncp), 0) }
  if (q == "t" && has_pwr && both && n1 >= 2 && n2 >= 2)
    return(pwr::pwr.t2n.test(n1, n2, d = abs(p2 - p1) / r$sd1, sig.level = r$alpha)$power)
  if (q == "t") return(t_power(r$sd1 * sqrt(1 / n1 + 1 / n2), n1 + n2 - 2))
  if (q == "paired-t") return(power.t.test(n = n1, delta = abs(p2 - p1), sd = r$sd1, sig.level = r$alpha, type = "paired",
    alternative = if (r$sides == 2) "two.sided" else "one.sided", strict = both)$power)
  if (q == "welch") { a <- r$sd1^2 / n1; b <- r$sd2^2 / n2
    return(t_power(sqrt(a + b), (a + b)^2 / (a^2 / (n1 - 1) + b^2 / (n2 - 1)))) }
  if (q == "fisher-exact") return(fisher_power(r, n1, n2))
  N <- n1 + n2; w1 <- n1 / N; w2 <- n2 / N
  if (q == "z-continuity-corrected") { rest <- N - (1 / w1 + 1 / w2) / abs(p2 - p1) / 2
    s <- parts("z-pooled", p1, p2, r, w1, w2); return(by_normal(abs(s[[1]]), s[[2]], s[[3]], rest^2 / N, z, both)) }
  if (q == "z-pooled" && n1 == n2 && r$sides == 2 && p2 == r$p2)
    return(power.prop.test(n = n1, p1 = p1, p2 = p2, sig.level = r$alpha, strict = both)$power)
  if (q == "arcsine" && has_pwr && both && n1 >= 2 && n2 >= 2)
    return(pwr::pwr.2p2n.test(h = abs(parts(q, p1, p2, r, 1, 1)[[1]]), n1 = n1, n2 = n2, sig.level = r$alpha)$power)
  s <- parts(q, p1, p2, r, w1, w2); signal <- abs(s[[1]])
  if (q == "non-inferiority") { signal <- r$better * (p2 - p1) + r$margin; both <- FALSE }
  by_normal(signal, s[[2]], if (is.null(s[[3]])) s[[2]] else s[[3]], N, z, both)
}
fisher_power <- function(r, n1, n2) {
  both <- r$both == 1; sign <- sign(r$p2 - r$p1); total <- 0
  alternative <- if (r$sides == 2) "two.sided" else if (sign > 0) "less" else "greater"
  for (x1 in 0:n1) for (x2 in 0:n2) {
    up <- (x2 / n2 - x1 / n1) * sign > 0
    if (!both && !up) next
    p <- fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2), alternative = alternative, conf.int = FALSE)$p.value
    if (p <= r$alpha) total <- total + dbinom(x1, n1, r$p1) * dbinom(x2, n2, r$p2)
  }
  total
}

apart <- function(ours, theirs) abs(ours - theirs) / abs(theirs)
worst <- list()
note <- function(q, what, value) worst[[q]][what] <<- max(worst[[q]][what], value, na.rm = TRUE)
for (i in seq_len(nrow(plans))) {
  r <- plans[i, ]; q <- r$question
  if (is.null(worst[[q]])) worst[[q]] <- c(plans = 0, size = NA, power = NA, effect = NA)
  worst[[q]]["plans"] <- worst[[q]]["plans"] + 1
  note(q, "power", apart(r$our_power, power_at(r, r$n1, r$n2)))
  if (q == "fisher-exact") next
  gap <- function(logN) power_at(r, exp(logN) * r$w1, exp(logN) * r$w2) - r$power
  low <- if (q == "paired-t") log(2) else log(max(2.05, if (q %in% c("t", "welch")) 1.05 / min(r$w1, r$w2) else 0))
  if (q == "z-continuity-corrected") low <- log(r$our_total / 3)
  if (gap(low) < 0) note(q, "size", apart(r$our_total, exp(uniroot(gap, c(low, log(r$our_total * 4)), tol = 1e-14, maxiter = 10000)$root)))
  if (is.na(r$our_effect)) next
  effect_gap <- if (q == "non-inferiority") function(m) { r2 <- r; r2$margin <- m; power_at(r2, r$n1, r$n2) - r$power }
    else function(d) power_at(r, r$n1, r$n2, r$p1 + sign(r$p2 - r$p1) * d) - r$power
  e <- abs(r$our_effect)
  root <- uniroot(effect_gap, c(e * 0.9, e * 1.05), tol = 1e-15, maxiter = 10000)$root
  note(q, "effect", apart(e, root))
}
cat(sprintf("%d plans against %s%s: worst relative difference\n", nrow(plans), R.version.string,
  if (has_pwr) paste(" and pwr", packageVersion("pwr")) else ""))
cat(sprintf("%-24s %6s %9s %9s %9s\n", "question", "plans", "size", "power", "effect"))
for (q in names(worst)) { w <- worst[[q]]
  cat(sprintf("%-24s %6d %9.1e %9.1e %9.1e\n", q, w["plans"], w["size"], w["power"], w["effect"])) }
