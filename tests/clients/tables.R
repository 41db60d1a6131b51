# Counts rows and values of each table as R reads them: from the CSV files by itself and with readr, from the SQLite file
# with RSQLite, from the Stata files with haven, by their descriptor with frictionless. Arguments: the folder of the release, and which of these reads it.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
reader <- arguments[2]

csv <- sort(list.files(file.path(folder, "data"), pattern = "[.]csv$", full.names = TRUE))
tables <- sub("[.]csv$", "", basename(csv))
values <- function(frame) sum(vapply(frame, function(column) sum(!is.na(column) & as.character(column) != ""), 0))

if (reader == "base") {
  read <- function(table) {
    read.csv(file.path(folder, "data", paste0(table, ".csv")), na.strings = "", colClasses = "character",
             encoding = "UTF-8", check.names = FALSE, comment.char = "")
  }
} else if (reader == "readr") {
  read <- function(table) {
    readr::read_csv(file.path(folder, "data", paste0(table, ".csv")), na = "", trim_ws = FALSE, progress = FALSE,
                    col_types = readr::cols(.default = readr::col_character()))
  }
} else if (reader == "RSQLite") {
  database <- DBI::dbConnect(RSQLite::SQLite(), list.files(folder, pattern = "[.]sqlite$", full.names = TRUE),
                             flags = RSQLite::SQLITE_RO)
  read <- function(table) DBI::dbReadTable(database, table)
} else if (reader == "haven") {
  read <- function(table) haven::zap_labels(haven::read_dta(file.path(folder, "stata", paste0(table, ".dta"))))
} else if (reader == "frictionless") {
  package <- frictionless::read_package(file.path(folder, "datapackage.json"))
  read <- function(table) frictionless::read_resource(package, table)
}

count <- function(table) {
  frame <- as.data.frame(read(table))
  sprintf('"%s": [%d, %d]', table, nrow(frame), as.integer(values(frame)))
}
cat("{", paste(vapply(tables, count, ""), collapse = ", "), "}\n")
