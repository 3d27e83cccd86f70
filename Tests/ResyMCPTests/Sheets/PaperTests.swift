import LibC
import Testing

@testable import resy_mcp

@Suite struct PaperTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var line: Line
        var width: Int? = 20
        var shown: [String]
    }

    private static func hanging(_ text: String, _ hang: Int) -> Line { Line(text, hang: hang) }

    private static func atMost(_ rows: Int, _ text: String) -> Line {
        var line = Line(text)
        line.most = rows
        return line
    }

    static let cases: [Case] = [
        Case(testDescription: "what fits stays", line: Line("a table for two"), shown: ["a table for two"]),
        Case(testDescription: "empty", line: Line(""), shown: [""]),
        Case(
            testDescription: "broken at blanks", line: Line("one two three four five six"),
            shown: ["one two three four", "five six"]),
        Case(
            testDescription: "moved in", line: hanging("one two three four five six", 4),
            shown: ["one two three four", "    five six"]),
        Case(
            testDescription: "own blanks stay", line: Line("  a  b   c"), shown: ["  a  b   c"]),
        Case(
            testDescription: "glued words move together", line: Line("  6:00  6:30  \(Line.glued("free until 7"))"),
            shown: ["  6:00  6:30", "free until 7"]),
        Case(
            testDescription: "glued words longer than a row are broken",
            line: Line(Line.glued("free to cancel until Friday")), shown: ["free to cancel until", "Friday"]),
        Case(
            testDescription: "wide letters count twice", line: Line("寿司 寿司 寿司 寿司 寿司"),
            shown: ["寿司 寿司 寿司 寿司", "寿司"]),
        Case(
            testDescription: "a long word without blanks", line: Line("寿司寿司寿司寿司寿司寿司"),
            shown: ["寿司寿司寿司寿司寿司", "寿司"]),
        Case(
            testDescription: "a link is never broken", line: Line("Look at https://resy.com/cities/new-york-ny/x now"),
            shown: ["Look at", "https://resy.com/cities/new-york-ny/x", "now"]),
        Case(
            testDescription: "a command is never broken", line: .whole("resy-mcp book 'Resy venue 1' 2026-12-04 7pm"),
            shown: ["resy-mcp book 'Resy venue 1' 2026-12-04 7pm"]),
        Case(
            testDescription: "a time stays whole", line: Line("it opens then at 7 PM"),
            shown: ["it opens then at", "7 PM"]),
        Case(
            testDescription: "rows at most", line: atMost(2, "one two three four five six seven eight nine"),
            shown: ["one two three four", "five six seven eigh…"]),
        Case(
            testDescription: "a pipe gets it whole", line: Line("one two three four five six seven"), width: nil,
            shown: ["one two three four five six seven"]),
        Case(
            testDescription: "no control and no line's end of a stranger's", line: Line("a\u{1B}[31m\nb"),
            shown: ["a [31m b"]),
    ]

    @Test(arguments: cases) func isBroken(_ example: Case) {
        let paper = Paper(width: example.width)
        let sheet = Sheet([example.line])
        #expect(
            paper.text(sheet).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) == example.shown
        )
        #expect(paper.height(of: sheet) == example.shown.count)
    }

    @Test func colourIsForATerminalAlone() {
        var line = Line("now ", .plain)
        line.add("late", .warning)
        #expect(Paper(width: 80, isColoured: true).text(Sheet([line])) == "now \u{1B}[33mlate\u{1B}[0m")
        #expect(Paper(width: 80).text(Sheet([line])) == "now late")
    }

    /// A file is no terminal: what is read by programs is not broken, unless somebody said where.
    @Test(arguments: [([:], nil), (["COLUMNS": "60"], 60), (["COLUMNS": "0"], nil), (["COLUMNS": "wide"], nil)])
    func aPipeHasNoWidth(environment: [String: String], width: Int?) {
        let file = open("/dev/null", O_RDWR)
        defer { close(file) }
        let paper = Paper(of: file, environment: { environment[$0] })
        #expect(paper.width == width)
        #expect(!paper.isColoured)
    }

    @Test(arguments: [
        ([:], 80, true), (["COLUMNS": "100"], 100, true), (["NO_COLOR": "1"], 80, false), (["NO_COLOR": ""], 80, true),
        (["TERM": "dumb"], 80, false),
    ])
    func aTerminalHas(environment: [String: String], width: Int, isColoured: Bool) throws {
        // It has not told its size.
        let terminal = try PseudoTerminal()
        defer { terminal.closeFar() }
        let paper = Paper(of: terminal.far, environment: { environment[$0] })
        #expect(paper == Paper(width: width, isColoured: isColoured))
    }

    @Test func aTerminalsOwnSizeCounts() throws {
        let terminal = try PseudoTerminal()
        defer { terminal.closeFar() }
        var size = winsize(ws_row: 24, ws_col: 132, ws_xpixel: 0, ws_ypixel: 0)
        #expect(ioctl(terminal.far, UInt(TIOCSWINSZ), &size) == 0)
        #expect(Paper(of: terminal.far, environment: { _ in nil }).width == 132)
    }
}
