# packages: marshmallow==4.4.0
import datetime as dt

from marshmallow import Schema, ValidationError, fields, post_load, validate


class User:
    def __init__(self, name, email, born=None):
        self.name, self.email, self.born = name, email, born

    def __repr__(self):
        return "<User %s>" % self.name


class UserSchema(Schema):
    name = fields.Str(required=True, validate=validate.Length(min=2))
    email = fields.Email()
    born = fields.Date()
    score = fields.Decimal(as_string=True)

    @post_load
    def make(self, data, **kwargs):
        data.pop("score", None)
        return User(**data)


print(UserSchema().dump(User("Ada", "ada@example.com", dt.date(1815, 12, 10))))
print(UserSchema(only=("name",)).dumps([User("Ada", ""), User("Bob", "")], many=True))
print(UserSchema().load({"name": "Ada", "email": "ada@example.com", "born": "1815-12-10", "score": "1.50"}))
try:
    UserSchema().load({"name": "A", "email": "nobody", "other": 1})
except ValidationError as e:
    print(e.messages)
