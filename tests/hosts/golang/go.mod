module vitrine/hosts

go 1.18
