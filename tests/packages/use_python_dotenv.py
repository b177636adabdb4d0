# packages: python-dotenv==1.0.1
import io

from dotenv import dotenv_values

print(dict(dotenv_values(stream=io.StringIO('# note\nA=1\nexport B="x y\\n"\nC=${A}/z\nD=\'raw $A\'\nE\nF=a # c\n'))))
