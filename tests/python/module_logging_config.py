# options: --grant scratch
# logging.config: dictConfig, fileConfig; captureWarnings.
import logging, logging.config, logging.handlers, unittest, os, tempfile, sys, json
CFG = {'version': 1, 'disable_existing_loggers': False, 'formatters': {'std': {'format': '%(levelname)s|%(name)s|%(message)s'}}, 'filters': {}, 'handlers': {'con': {'class': 'logging.StreamHandler', 'level': 'INFO', 'formatter': 'std', 'stream': 'ext://sys.stdout'}, 'file': {'class': 'logging.FileHandler', 'filename': '/tmp/lc.log', 'formatter': 'std', 'mode': 'w'}}, 'loggers': {'a.b': {'level': 'DEBUG', 'handlers': ['file'], 'propagate': True}}, 'root': {'level': 'WARNING', 'handlers': ['con']}}
class TestCases(unittest.TestCase):
    def test(self):
        logging.config.dictConfig(CFG); logging.getLogger('a.b').info('hello'); logging.getLogger().info('no'); logging.getLogger('x').error('err'); logging.shutdown(); print(open('/tmp/lc.log').read()); os.remove('/tmp/lc.log')
        with self.assertRaises(ValueError) as c: logging.config.dictConfig({'version': 2})
        print(c.exception)
        with self.assertRaises(ValueError) as c: logging.config.dictConfig({'version': 1, 'handlers': {'h': {'class': 'nope.X'}}, 'root': {'handlers': ['h']}})
        print(c.exception)
        h = logging.handlers.RotatingFileHandler('/tmp/r.log', maxBytes=50, backupCount=2); l = logging.getLogger('rot'); l.addHandler(h); l.propagate = False; [l.warning('message %d' % i) for i in range(9)]; h.close(); print(sorted(f for f in os.listdir('/tmp') if f.startswith('r.log'))); [os.remove('/tmp/' + f) for f in os.listdir('/tmp') if f.startswith('r.log')]
        m = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout)); k = logging.getLogger('mem'); k.propagate = False; k.addHandler(m); k.warning('held'); m.flush(); s = logging.handlers.SysLogHandler
    def test_file(self):
        with open('/tmp/l.ini', 'w') as f: f.write('[loggers]\nkeys=root,a\n[handlers]\nkeys=h\n[formatters]\nkeys=f\n[logger_root]\nlevel=ERROR\nhandlers=h\n[logger_a]\nlevel=DEBUG\nhandlers=h\nqualname=aa\npropagate=0\n[handler_h]\nclass=StreamHandler\nlevel=NOTSET\nformatter=f\nargs=(sys.stdout,)\n[formatter_f]\nformat=%(levelname)s-%(message)s\n')
        logging.config.fileConfig('/tmp/l.ini', disable_existing_loggers=False); logging.getLogger('aa').debug('from file'); logging.getLogger('zz').warning('not'); os.remove('/tmp/l.ini')
        with self.assertRaises(FileNotFoundError): logging.config.fileConfig('/tmp/none.ini')
    def test_warnings(self):
        import io, warnings
        s = io.StringIO(); h = logging.StreamHandler(s); logging.getLogger('py.warnings').addHandler(h); logging.captureWarnings(True); warnings.simplefilter('always'); warnings.warn('caught'); logging.captureWarnings(False); print('UserWarning: caught' in s.getvalue())
unittest.main()
