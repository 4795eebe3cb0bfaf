# Makes cr2_*.json: a mean over clusters with CR2 and Satterthwaite degrees of freedom, by clubSandwich.
# Run: Rscript cr2.R (R 4.2.2, clubSandwich 0.5.8; Debian packages r-base-core, r-cran-clubsandwich).
suppressMessages(library(clubSandwich))

source_of <- sprintf("R %s clubSandwich %s::", getRversion(), packageVersion("clubSandwich"))
number <- function(x) sprintf("%.17g", x)
entry <- function(name, value, tolerance, call)
  sprintf('    "%s": {"value": %s, "tolerance": %s, "source": "%s%s"}', name, number(value), tolerance, source_of, call)

write_case <- function(id, description, cluster, y) {
  fit <- lm(y ~ 1)
  v <- vcovCR(fit, cluster = cluster, type = "CR2")
  test <- coef_test(fit, vcov = v, test = "Satterthwaite")
  ci95 <- conf_int(fit, vcov = v, level = 0.95, test = "Satterthwaite")
  ci99 <- conf_int(fit, vcov = v, level = 0.99, test = "Satterthwaite")
  fit_call <- "vcovCR(lm(y~1),cluster,type='CR2')"
  lines <- c(
    entry("mean", coef(fit)[[1]], "1e-12", "lm(y~1)"),
    entry("cr2_se", test$SE[[1]], "1e-11", fit_call),
    entry("cr2_df", test$df[[1]], "1e-9", "coef_test(test='Satterthwaite')"),
    entry("cr2_p", test$p_Satt[[1]], "1e-10", "coef_test(test='Satterthwaite')"),
    entry("cr2_ci95_low", ci95$CI_L[[1]], "1e-9", "conf_int(level=.95)"),
    entry("cr2_ci95_high", ci95$CI_U[[1]], "1e-9", "conf_int(level=.95)"),
    entry("cr2_ci99_low", ci99$CI_L[[1]], "1e-9", "conf_int(level=.99)"),
    entry("cr2_ci99_high", ci99$CI_U[[1]], "1e-9", "conf_int(level=.99)"))
  text <- paste0(
    '{\n  "schema": "golden/1",\n  "id": "', id, '",\n  "description": "', description,
    '",\n  "dataset": "synthetic, seed in cr2.R",\n  "input": {\n    "kind": "records",\n    "columns": {\n',
    '      "cluster": [', paste(cluster, collapse = ", "), '],\n      "y": [', paste(y, collapse = ", "),
    ']\n    }\n  },\n  "expected": {\n', paste(lines, collapse = ",\n"), '\n  }\n}\n')
  cat(text, file = paste0(id, ".json"))
}

draw <- function(sizes, shift_sd, up, down) {
  cluster <- rep(seq_along(sizes), sizes)
  shift <- rnorm(length(sizes), 0, shift_sd)[cluster]
  u <- runif(length(cluster))
  list(cluster = cluster, y = ifelse(u < pmax(0, up + shift), 1, ifelse(u > 1 - pmax(0, down - shift), -1, 0)))
}

set.seed(20160122)
d <- draw(c(21, 8, 34, 13, 5, 17, 29, 11, 9, 40, 6, 15, 22, 18, 12, 31, 26), 0.08, 0.42, 0.17)
write_case("cr2_seventeen", "17 conferences of 5 to 40 pairs; y = sign of the change", d$cluster, d$y)
d <- draw(rep(6, 8), 0.15, 0.4, 0.3)
write_case("cr2_equal", "8 clusters of equal size: df is 7", d$cluster, d$y)
d <- draw(c(60, 4, 5, 3, 6, 2, 4), 0.1, 0.5, 0.1)
write_case("cr2_dominated", "one cluster holds most pairs: few degrees of freedom", d$cluster, d$y)
d <- draw(c(rep(1, 25), rep(2, 9), 3, 5), 0.1, 0.35, 0.25)
write_case("cr2_singletons", "organisations at one conference, most with one person", d$cluster, d$y)
write_case("cr2_scores", "differences of scores rather than signs",
  rep(1:6, c(4, 7, 3, 9, 5, 6)), sample(-3:4, 34, replace = TRUE))
