import Testing

@testable import ResyDomain

@Suite struct WishFlowTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var flow: WishFlow
        var row: WishFlow.Row?
        var step: WishFlow.Step

        init(
            _ name: String, wish: Wish = .words("window"), ours: [String] = [], over: String? = nil, tries: Int = 0,
            isSent: Bool = false, touched: Double? = nil, age: Double = 5, row: WishFlow.Row? = WishFlow.Row(),
            _ step: WishFlow.Step
        ) {
            testDescription = name
            flow = WishFlow(
                wish, ours: ours, over: over, tries: tries, isSent: isSent,
                touchedAt: touched.map { WishFlowTests.now.adding(-$0) }, createdAt: WishFlowTests.now.adding(-age))
            self.row = row
            self.step = step
        }
    }

    private static let now = Instant(seconds: 1_800_000_000)
    private static func row(_ held: String?, stands: Bool = true, hidden: Bool = false) -> WishFlow.Row {
        WishFlow.Row(held: held, stands: stands, isHidden: hidden)
    }

    static let cases: [Case] = [
        // What the reservation holds decides.
        Case("an empty field", .send),
        Case("a blank one", row: row(" \n"), .send),
        Case("it is there", row: row("window"), .end(.shown)),
        Case("with other spaces", row: row(" window "), .end(.shown)),
        Case("there already, by whomever", tries: 0, row: row("window"), .end(.shown)),
        Case("there, although nothing more may be sent", tries: 3, age: 90_000, row: row("window"), .end(.shown)),
        Case("there, and the table is over", row: row("window", stands: false), .end(.shown)),
        Case("with a capital", row: row("Window"), .end(.shown)),
        Case("somebody else's words", row: row("nut allergy"), .ask(held: "nut allergy")),
        Case("longer words that begin so", row: row("window, nut allergy"), .ask(held: "window, nut allergy")),
        Case("our own last word", ours: ["quiet"], row: row("quiet"), .send),
        Case("our own, with other spaces", ours: ["so quiet"], row: row("so  quiet"), .send),
        Case("words that a yes was given for", over: "nut allergy", row: row("nut allergy"), .send),
        Case(
            "others than the yes was given for", over: "nut allergy", row: row("egg allergy"), .ask(held: "egg allergy")
        ),
        Case("the agreed words are gone", over: "nut allergy", .send),
        // A diner's words are plain text.
        Case("entities", wish: .words("AT&T <b>"), row: row("AT&amp;T &lt;b&gt;"), .end(.shown)),
        Case("none of them", wish: .words("AT&T <b>"), row: row("at&t <b>"), .end(.shown)),
        Case("no words in brackets", wish: .words("nuts <severe>"), row: row("nuts"), .ask(held: "nuts")),
        Case("words in brackets alone", row: row("<nut allergy>"), .ask(held: "<nut allergy>")),
        Case("entities alone", row: row("&lt;x&gt;"), .ask(held: "&lt;x&gt;")),
        Case("hidden characters", row: row("\u{200B}"), .ask(held: "\u{200B}")),
        // What is cut.
        Case(
            "the beginning of what was sent", wish: .words("window and quiet"), tries: 1, isSent: true, touched: 1,
            row: row("window and"), .end(.cutShort, held: "window and")),
        Case(
            "with an ellipsis", wish: .words("window and quiet"), tries: 1, row: row("window a…"),
            .end(.cutShort, held: "window a…")),
        Case(
            "the same before anything was sent", wish: .words("window and quiet"), row: row("window"),
            .ask(held: "window")),
        // Sent, and not seen.
        Case("sent a moment ago", tries: 1, isSent: true, touched: 1, .wait),
        Case("sent a while ago", tries: 1, isSent: true, touched: 60, .send),
        Case("sent, and others stand there now", tries: 1, isSent: true, touched: 1, row: row("x"), .ask(held: "x")),
        Case("sent over our own", ours: ["quiet"], tries: 1, isSent: true, touched: 1, row: row("quiet"), .wait),
        Case("sent before the clock was set back", tries: 1, isSent: true, touched: -500, .send),
        Case("a try that did nothing", tries: 1, touched: 1, .send),
        Case("the last try rests", tries: 3, isSent: true, touched: 1, .wait),
        Case("no more tries", tries: 3, isSent: true, touched: 61, .end(.triedOut)),
        Case("no more tries, none arrived", tries: 3, touched: 1, .end(.triedOut)),
        // When it ends.
        Case("a day is over", age: 86_401, .end(.tooLate)),
        Case("a day is not over", age: 86_400, .send),
        Case("a day is over, and no row", age: 86_401, row: nil, .end(.tooLate)),
        Case("not listed yet", row: nil, .wait),
        Case("made before the clock was set back", age: -5000, .send),
        Case("cancelled", row: row(nil, stands: false), .end(.tableGone)),
        Case("cancelled, with others' words", row: row("x", stands: false), .end(.tableGone)),
        Case("the question is hidden", row: row(nil, hidden: true), .end(.hidden)),
        Case("hidden, and it is there", row: row("window", hidden: true), .end(.shown)),
        Case("hidden, with others' words", row: row("x", hidden: true), .end(.hidden)),
        // Occasions.
        Case("an occasion", wish: .occasion(.birthday), .send),
        Case("it is there", wish: .occasion(.birthday), row: row("birthday"), .end(.shown)),
        Case("another one", wish: .occasion(.birthday), row: row("Anniversary"), .ask(held: "Anniversary")),
        Case("another one of ours", wish: .occasion(.birthday), ours: ["Anniversary"], row: row("ANNIVERSARY"), .send),
        Case("one that Resy alone knows", wish: .occasion(.birthday), row: row("Date night"), .ask(held: "Date night")),
        Case(
            "an occasion is never cut", wish: .occasion(.birthday), tries: 1, touched: 1, row: row("Birth"),
            .ask(held: "Birth")),
    ]

    @Test(arguments: cases) func saysWhatIsNext(_ example: Case) {
        #expect(example.flow.next(example.row, now: Self.now) == example.step)
    }

    @Test(arguments: [(nil, true), (0.0, false), (59, false), (60, true), (-1, true)] as [(Double?, Bool)])
    func whatRestsIsNotDue(touched: Double?, isDue: Bool) {
        let flow = WishFlow(
            .words("x"), touchedAt: touched.map { Self.now.adding(-$0) }, createdAt: Self.now)
        #expect(flow.isDue(Self.now) == isDue)
    }
}
