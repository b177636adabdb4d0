# packages: tinydb==4.9.0
from tinydb import Query, TinyDB, where
from tinydb.operations import increment
from tinydb.storages import MemoryStorage

db = TinyDB(storage=MemoryStorage)
print(db.insert({"name": "John", "age": 22}), db.insert_multiple([{"name": "Ann", "age": 37, "tags": ["x", "y"]}, {"name": "Bob"}]))
User = Query()
print(db.search(User.name == "John"), db.search((User.age > 30) & User.tags.any(["x"])), db.count(~User.age.exists()), db.get(doc_id=2).doc_id)
print(db.update(increment("age"), User.name == "John"), db.get(where("name").matches("J.*")), db.remove(User.age < 30), len(db), db)
print(db.table("other").insert({"a": 1}), sorted(db.tables()), User.name == "x", db.upsert({"name": "Bob", "age": 1}, User.name == "Bob"), db.all())
