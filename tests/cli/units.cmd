# A limit that is none: a usage error that names the option, the value and the form.
vitrine --memory 0 -c 1
vitrine --memory 64MB -c 1
vitrine --memory 64m -c 1
vitrine --memory 1.5M -c 1
vitrine --memory -1 -c 1
vitrine --memory 4G -c 1
vitrine --memory 4K -c 1
vitrine --memory 99999999999999999999 -c 1
vitrine --cpu 0 -c 1
vitrine --cpu 5h -c 1
vitrine --cpu= -c 1
vitrine --time 0.0ms -c 1
vitrine --steps 1e6 -c 1
vitrine --steps 0 -c 1
vitrine --depth 2000000 -c 1
vitrine --depth none -c 1
vitrine --host-calls 1K -c 1
vitrine --value '' -c 1
vitrine --output
vitrine --memory=8M --cpu=0.5 --time 1m --steps 1000000 --output 1K --host-calls 5 --value 1K --source 2K --depth 100 -c 'print("all accepted")'
vitrine --memory unlimited --cpu unlimited --time unlimited --steps 9000000 --output unlimited --host-calls unlimited --value unlimited --source unlimited --depth unlimited -c 'print("all lifted")'
