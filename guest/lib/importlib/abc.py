class Loader:
    def create_module(self, spec):
        return None


class MetaPathFinder:
    pass


class InspectLoader(Loader):
    pass


class ResourceLoader(Loader):
    pass
