"""Charts: what is drawn, and that nothing of the guest's is markup."""

import json
import random
import unittest
import xml.etree.ElementTree as xml

from serving import Serving

from datasette_agent_vitrine.charts import draw

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "</text><script>alert(1)</script><a href='javascript:x' onload=\"x\">&amp;]]>\0\x1b\ud800"


class Draw(unittest.TestCase):
    def drawn(self, *args):
        return xml.fromstring(draw(*args))

    def count(self, root, tag):
        return len(root.findall(f".//{SVG}{tag}"))

    def test_kinds(self):
        line = self.drawn("line", "Title", "x", "y", [1.0, 2.0, 4.0], [("a", [1.0, None, 3.0]), ("b", [2, 2, 2])])
        self.assertEqual([len(p.get("d").split("M")) for p in line.findall(f".//{SVG}path")], [3, 2])
        texts = [t.text for t in line.findall(f".//{SVG}text")]
        for text in ("Title", "x", "y", "a", "b"):
            self.assertIn(text, texts)
        self.assertEqual(line.get("aria-label"), "Title")
        bar = self.drawn("bar", "", "", "", ["p", "q"], [("a", [1, -2]), ("b", [3, None])])
        self.assertEqual(self.count(bar, "rect"), 3 + 2)  # bars, and the legend
        self.assertEqual(self.count(self.drawn("scatter", "", "", "", [1, None, 3], [("", [1, 2, 3])]), "circle"), 2)
        self.assertEqual(self.count(self.drawn("histogram", "", "", "", [0, 1, 2], [("", [5, 6])]), "rect"), 2)

    def test_higher_is_up_and_later_is_right(self):
        root = self.drawn("scatter", "", "", "", [1, 2], [("", [10, 20])])
        one, two = [(float(c.get("cx")), float(c.get("cy"))) for c in root.findall(f".//{SVG}circle")]
        self.assertLess(one[0], two[0])
        self.assertGreater(one[1], two[1])

    def test_text_is_escaped(self):
        for kind, along in (("line", [EVIL, "b"]), ("bar", [EVIL, "b"]), ("scatter", [1, 2])):
            svg = draw(kind, EVIL, EVIL, EVIL, along, [(EVIL, [1, 2]), (EVIL, [3, 4])])
            self.assertNotIn("<script", svg)
            self.assertNotIn("<a ", svg)
            root = xml.fromstring(svg.encode())
            self.assertLessEqual({e.tag for e in root.iter()},
                                 {SVG + tag for tag in ("svg", "text", "line", "rect", "circle", "path")})
            for element in root.iter():
                self.assertFalse([a for a in element.keys() if a.startswith("on") or "href" in a])

    def test_nonsense_is_refused(self):
        good = ["line", "", "", "", [1, 2], [("", [1, 2])]]
        for at, wrong in ((0, "pie"), (0, None), (1, 5), (2, b""), (3, None), (4, [1, "a"]), (4, ["a", 1]), (4, "ab"),
                          (4, [1]), (4, [True, 2]), (4, [1, float("inf")]), (4, [1e301, 1]), (5, []), (5, [("", [1])]),
                          (5, ["ab"]), (5, [("", [1, "2"])]), (5, [("", [1, float("nan")])]), (5, [(5, [1, 2])]), (5, 5),
                          (5, [("", [1, 2])] * 9), (5, [("", {"a": 1})])):
            with self.assertRaises((TypeError, ValueError), msg=repr(wrong)):
                draw(*good[:at], wrong, *good[at + 1:])
        with self.assertRaisesRegex(ValueError, "aggregate"):
            draw("line", "", "", "", [1] * 5000, [("", [1] * 5000)])
        with self.assertRaises(TypeError):
            draw("bar", "", "", "", [1, 2], [("", [1, 2])])

    def test_any_garbage(self):
        """It is drawn, or refused with an error that the guest gets as it is."""
        chance = random.Random(2)

        def some(deep=3):
            if deep and chance.random() < 0.4:
                items = [some(deep - 1) for _ in range(chance.randrange(4))]
                return chance.choice((list, tuple, lambda i: {str(x): x for x in i}))(items)
            return chance.choice((None, True, 0, 1.5, -10**400, float("nan"), "", "a", EVIL, b"\xff", {1}, "line", "bar"))

        drawn = 0
        for _ in range(3000):
            n = chance.randrange(1, 3)
            given = [chance.choice(("line", "bar", "scatter", "histogram")), "t", "x", "y", [1, 2][:n], [("s", [3, 4][:n])]]
            for _ in range(chance.randrange(3)):
                given[chance.randrange(6)] = some()
            try:
                xml.fromstring(draw(*given))
                drawn += 1
            except (TypeError, ValueError) as error:
                self.assertTrue(str(error).startswith("chart: "), (given, error))
        self.assertGreater(drawn, 500)

    def test_any_numbers(self):
        """It draws something well-formed, inside of its own bounds."""
        chance = random.Random(1)
        some = (0, 1, -1, 5e-324, -5e-324, 1e-260, 1e299, -1e299, 1e17, 1e17 + 16, 0.1, 2**52, None, 3e-5)
        for _ in range(300):
            n = chance.randrange(5)
            kind = chance.choice(("line", "scatter", "histogram"))
            along = [chance.choice(some) for _ in range(n + (kind == "histogram"))]
            if kind == "histogram":
                along = sorted(x for x in along if x is not None) or [0]
                n = len(along) - 1
            svg = draw(kind, "", "", "", along, [("", [chance.choice(some) for _ in range(n)])])
            self.assertNotIn("nan", svg)
            self.assertNotIn("inf", svg)
            for circle in xml.fromstring(svg).findall(f".//{SVG}circle"):
                self.assertTrue(0 <= float(circle.get("cx")) <= 640 and 0 <= float(circle.get("cy")) <= 320, svg)


class Guest(Serving):
    async def shown(self, code):
        ds = self.serve()
        (stored, got), = await self.ask(ds, await self.conversation(ds), [self.call(code)])
        answer = json.loads(got)
        self.assertTrue(answer["ok"], answer["error"])
        self.assertNotIn("<svg", got)
        return json.loads(stored).get("_html", ""), answer

    async def test_from_rows(self):
        html, answer = await self.shown(
            "import chart\nrows = sql('shop', 'select day, city, amount from sales order by day')\n"
            "chart.line(rows, 'day', 'amount', title='Sales <by day>')\n"
            "chart.bar(rows, x='city', y='amount')\nchart.scatter(rows, 'amount', 'amount')\n"
            "chart.histogram(rows, 'amount', bins=4)\nchart.line([1, 4, 9])\nchart.bar({'a': 1, 'b': 2})\n"
            "from chart import line\nline([(1, 2), (3, 4)])\nline(x=['p', 'q'], y=[3, 4])")
        self.assertEqual(html.count("<svg"), 8)
        self.assertIn("Sales &lt;by day&gt;", html)
        self.assertIn("2024-01-03", html)
        self.assertIn("8 charts", answer["shown_to_user"])
        self.assertNotIn("code", answer["shown_to_user"])

    async def test_two_lists(self):
        html, _ = await self.shown("chart.bar(['Oslo', 'Rome'], [1, 2])\nchart.scatter((1, 2), (3, 4))\nchart.line([5, 6], [7, 8])")
        self.assertEqual(html.count("<svg"), 3)
        self.assertIn(">Rome<", html)
        self.assertEqual(html.count("<circle"), 2)

    async def test_errors_name_what_is_wrong(self):
        ds = self.serve()
        conversation = await self.conversation(ds)
        for code, said in (("chart.line(sql('shop', 'select * from sales'), 'dya')", "no column 'dya'; there are: day"),
                           ("chart.line([])", "no rows"), ("chart.bar([{'a': 'x', 'b': 'y'}])", "no column of numbers"),
                           ("chart.bar({'a': 'b'})", "must be numbers, not str"), ("chart.histogram(['a'])", "must be numbers"),
                           ("chart.line(range(9999))", "aggregate"), ("chart.bar(['a'], [1, 2])", "1 values along x, and 2 along y"), ("for i in range(9): chart.line([1, 2])", "8 charts"),
                           ("import _datasette\n_datasette.chart('line', '', '', '', [1], [['', ['<']]])", "numbers"),
                           ("import _datasette\n_datasette.chart(1)", "TypeError")):
            answer = await self.python(ds, conversation, code)
            self.assertIn(said, answer["error"], code)

    async def test_nothing_of_the_guest_is_markup(self):
        text = repr("</text></svg><script>alert(1)</script><img src=x onerror=alert(1)>")
        html, _ = await self.shown(
            f"t = {text}\nprint(t)\nchart.bar({{t: 1}}, title=t, xlabel=t, ylabel=t)\n"
            f"chart.line([{{'x': 1, t: 2, t + 'b': 3}}], 'x', title=t)\nimport _datasette\n"
            "_datasette.chart('bar', t, t, t, [t], [[t, [1]], [t, [1]]])")
        for tag in ("<script", "<img", "</svg><"):
            self.assertNotIn(tag, html.replace("</svg><svg", ""). replace("</svg></div>", ""))


if __name__ == "__main__":
    unittest.main()
