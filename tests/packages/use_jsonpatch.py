# packages: jsonpatch==1.33 jsonpointer==3.0.0
import jsonpatch
import jsonpointer

patch = jsonpatch.JsonPatch([{"op": "add", "path": "/foo", "value": "bar"}, {"op": "add", "path": "/baz", "value": [1, 2, 3]},
                             {"op": "remove", "path": "/baz/1"}, {"op": "test", "path": "/baz", "value": [1, 3]}, {"op": "move", "from": "/foo", "path": "/qux"}])
print(patch.apply({}), patch)
print(jsonpatch.make_patch({"a": [1, 2], "b": 1}, {"a": [1, 3, 2], "c": 1}))
p = jsonpointer.JsonPointer("/a~1b/0")
print(p.resolve({"a/b": [7]}), p.parts, jsonpointer.resolve_pointer({"x": 1}, "/y", None))
try:
    jsonpatch.apply_patch({"a": 1}, [{"op": "test", "path": "/a", "value": 2}])
except jsonpatch.JsonPatchTestFailed as e:
    print(e)
