import ResyDomain

/// What a person is shown, before it is known how wide their terminal is.
struct Sheet: Equatable {
    var lines: [Line] = []

    init(_ lines: [Line] = []) { self.lines = lines }

    mutating func add(_ line: Line) { lines.append(line) }
    mutating func add(_ text: String) { lines.append(Line(text)) }
    mutating func add(_ sheet: Sheet) { lines += sheet.lines }

    /// A person can do nothing with an empty one.
    mutating func add(texts: [String]) { lines += texts.filter { !$0.isEmpty }.map { Line($0) } }
}

/// One line, which becomes several rows where it is too long.
struct Line: Equatable {
    /// What a piece of text is for. Colour follows it, and never says anything that the words do not.
    enum Role: Equatable { case plain, strong, faint, warning }

    struct Piece: Equatable {
        var text: String
        var role: Role
    }

    private(set) var pieces: [Piece] = []
    /// How far the further rows are moved in.
    var hang = 0
    /// Never broken: a command to be copied.
    var isWhole = false
    /// Rows at most; what does not fit ends in an ellipsis.
    var most: Int?

    init(_ text: String = "", _ role: Role = .plain, hang: Int = 0) {
        self.hang = hang
        add(text, role)
    }

    static func whole(_ text: String) -> Line {
        var line = Line(text)
        line.isWhole = true
        return line
    }

    mutating func add(_ text: String, _ role: Role = .plain) {
        if !text.isEmpty { pieces.append(Piece(text: text, role: role)) }
    }

    /// Words that are moved to the next row together where they fit there.
    static func glued(_ words: String) -> String { words.replacing(" ", with: "\u{A0}") }

    /// Filled up with blanks.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.columns))
    }

    var text: String { pieces.map(\.text).joined() }
}
