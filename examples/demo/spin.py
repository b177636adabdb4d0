while True:
    try:
        while True:
            pass
    except BaseException:
        pass  # not even this goes on
