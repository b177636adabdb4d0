# packages: termcolor==3.3.0 colorama==0.4.6
import colorama
from colorama import Back, Fore, Style
from termcolor import colored, cprint

print(repr(colored("hello", "red", "on_white", ["bold"], force_color=True)), repr(colored("plain", "red", no_color=True)))
cprint("printed", "green", no_color=True)
print(repr(Fore.RED + Back.GREEN + "x" + Style.RESET_ALL), repr(colorama.Cursor.POS(2, 3)), repr(colorama.ansi.clear_screen()))
