# What R says of a file of results, for test/bench/analyze.mjs: one line a number, 17 digits.
# usage: Rscript analyze.R DATA.csv
data <- read.csv(commandArgs(TRUE)[1])
say <- function(name, value) cat(sprintf("%s %.17g\n", name, value))
control <- data[data$variant == "control", ]
treatment <- data[data$variant == "treatment", ]
pair <- function(column) list(treatment[[column]], control[[column]])

t <- do.call(t.test, pair("revenue"))
say("revenue.estimate", unname(t$estimate[1] - t$estimate[2]))
say("revenue.statistic", unname(t$statistic))
say("revenue.df", unname(t$parameter))
say("revenue.p", t$p.value)
say("revenue.low", t$conf.int[1])
say("revenue.high", t$conf.int[2])

p <- prop.test(c(sum(treatment$conversion), sum(control$conversion)), c(nrow(treatment), nrow(control)), correct = FALSE)
say("conversion.low", p$conf.int[1])
say("conversion.high", p$conf.int[2])
say("conversion.chi", unname(p$statistic))

theta <- cov(data$pre_spend, data$spend) / var(data$pre_spend)
adjusted <- data$spend - theta * (data$pre_spend - mean(data$pre_spend))
c <- t.test(adjusted[data$variant == "treatment"], adjusted[data$variant == "control"])
say("spend.theta", theta)
say("spend.estimate", unname(c$estimate[1] - c$estimate[2]))
say("spend.statistic", unname(c$statistic))
say("spend.p", c$p.value)

w <- wilcox.test(treatment$score, control$score, exact = FALSE)
say("score.W", unname(w$statistic))
say("score.p", w$p.value)

ratio <- function(x, y) {
  r <- mean(x) / mean(y)
  c(r, (var(x) - 2 * r * cov(x, y) + r^2 * var(y)) / mean(y)^2 / length(x))
}
one <- ratio(treatment$clicks, treatment$clicks_denominator)
other <- ratio(control$clicks, control$clicks_denominator)
say("clicks.estimate", one[1] - other[1])
say("clicks.error", sqrt(one[2] + other[2]))

say("latency.control", unname(quantile(control$latency, 0.95)))
say("latency.treatment", unname(quantile(treatment$latency, 0.95)))

counts <- c(nrow(control), nrow(treatment))
say("ratio.p", chisq.test(counts, p = c(0.5, 0.5))$p.value)
