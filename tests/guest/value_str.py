# value: "grüße 😀\n\u0000"
"grüße 😀\n\0"
