import ResyDomain

internal import LibC
internal import ResyNative

/// Where a sheet is shown: how wide it is, and whether it has colours.
struct Paper: Equatable {
    /// Nil: nothing is broken, since a program reads it.
    var width: Int?
    var isColoured = false

    static let usualWidth = 80
    /// Below that nothing could be read; wider lines are hard to read too, but their owner wanted them.
    private static let narrowest = 20

    init(width: Int?, isColoured: Bool = false) {
        self.width = width.map { max($0, Self.narrowest) }
        self.isColoured = isColoured
    }

    /// That of a terminal, or what a pipe gets: no colour, and lines of their own length for `grep`, unless COLUMNS is set.
    init(of descriptor: CInt, environment: (String) -> String? = Environment.value) {
        let chosen = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        guard isatty(descriptor) == 1 else {
            self.init(width: chosen)
            return
        }
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let isPlain = environment("NO_COLOR").map { !$0.isEmpty } ?? false
        self.init(
            width: isKnown ? Int(size.ws_col) : chosen ?? Self.usualWidth,
            isColoured: !isPlain && environment("TERM") != "dumb")
    }

    /// The same for what is read as a page by whoever reads it: a grid, a table of settings.
    var asPage: Paper { Paper(width: width ?? Self.usualWidth, isColoured: isColoured) }

    // MARK: - Rows

    private struct Letter {
        var character: Character
        var role: Line.Role
    }

    private typealias Row = [Letter]

    func text(_ sheet: Sheet) -> String {
        sheet.lines.flatMap { rows($0) }.map { shown($0) }.joined(separator: "\n")
    }

    /// How many rows it takes.
    func height(of sheet: Sheet) -> Int { sheet.lines.reduce(0) { $0 + rows($1).count } }

    private func rows(_ line: Line) -> [Row] {
        let letters = Self.holdingTimes(
            line.pieces.flatMap { piece in
                Terminal.plain(piece.text).map { character in
                    // A name with a line's end in it must not look like a line of ours.
                    Letter(character: character.isNewline || character == "\t" ? " " : character, role: piece.role)
                }
            })
        guard let width, !line.isWhole else { return [letters] }
        var breaking = Breaking(width: width, hang: min(line.hang, width / 2))
        breaking.take(letters)
        return cut(breaking.rows, to: line.most, width)
    }

    /// `7 PM` is not two words.
    private static func holdingTimes(_ letters: Row) -> Row {
        var letters = letters
        for index in letters.indices.dropFirst().dropLast(2) where letters[index].character == " " {
            let isHalf = ["A", "P"].contains(letters[index + 1].character) && letters[index + 2].character == "M"
            if isHalf, letters[index - 1].character.isNumber { letters[index].character = "\u{A0}" }
        }
        return letters
    }

    private func cut(_ rows: [Row], to most: Int?, _ width: Int) -> [Row] {
        guard let most, rows.count > most, var last = rows.prefix(most).last else { return rows }
        while last.reduce(0, { $0 + $1.character.columns }) > width - 1 || last.last?.character == " " {
            last.removeLast()
        }
        last.append(Letter(character: "\u{2026}", role: last.last?.role ?? .plain))
        return rows.prefix(most - 1) + [last]
    }

    // MARK: - Colour

    private func shown(_ row: Row) -> String {
        var (text, role) = ("", Line.Role.plain)
        func turn(to next: Line.Role) {
            guard isColoured, next != role else { return }
            text += (role == .plain ? "" : "\u{1B}[0m") + Self.code(next)
            role = next
        }
        let end = row.lastIndex { $0.character != " " } ?? -1
        for letter in row[...end] {
            turn(to: letter.role)
            text.append(letter.character == "\u{A0}" ? " " : letter.character)
        }
        turn(to: .plain)
        return text
    }

    private static func code(_ role: Line.Role) -> String {
        switch role {
        case .plain: ""
        case .strong: "\u{1B}[1m"
        case .faint: "\u{1B}[2m"
        case .warning: "\u{1B}[33m"
        }
    }

    // MARK: - Breaking

    /// Breaks a line at its blanks. Links stay whole, however long; what is glued is kept together where it fits on a row.
    private struct Breaking {
        let width: Int
        let hang: Int
        var rows: [Row] = []
        private var row: Row = []
        private var used = 0
        private var isEmpty = true

        init(width: Int, hang: Int) { (self.width, self.hang) = (width, hang) }

        mutating func take(_ letters: Row) {
            var (blanks, word): (Row, Row) = ([], [])
            for letter in letters {
                guard letter.character == " " else {
                    word.append(letter)
                    continue
                }
                if !word.isEmpty { put(blanks, word); (blanks, word) = ([], []) }
                blanks.append(letter)
            }
            if !word.isEmpty { put(blanks, word) }
            rows.append(row)
        }

        private mutating func put(_ blanks: Row, _ word: Row) {
            if used + Self.columns(blanks) + Self.columns(word) <= width {
                append(blanks + word)
                return
            }
            if !isEmpty, hang + Self.columns(word) <= width {
                turn()
                append(word)
            } else if word.contains(where: { $0.character == "\u{A0}" }) {
                var blanks = blanks
                for part in word.split(whereSeparator: { $0.character == "\u{A0}" }) {
                    put(blanks, Row(part))
                    blanks = [Letter(character: " ", role: part.last?.role ?? .plain)]
                }
            } else if String(word.map(\.character)).contains("://") {
                if !isEmpty { turn() }
                append(isEmpty && rows.isEmpty ? blanks + word : word)
            } else {
                // A word longer than a row, or one without blanks as in Japanese.
                if used + Self.columns(blanks) < width { append(blanks) } else { turn() }
                for letter in word {
                    if used + letter.character.columns > width { turn() }
                    append([letter])
                }
            }
        }

        private mutating func append(_ letters: Row) {
            row += letters
            used += Self.columns(letters)
            isEmpty = isEmpty && letters.allSatisfy { $0.character == " " }
        }

        private mutating func turn() {
            rows.append(row)
            row = Array(repeating: Letter(character: " ", role: .plain), count: hang)
            (used, isEmpty) = (hang, true)
        }

        private static func columns(_ letters: Row) -> Int { letters.reduce(0) { $0 + $1.character.columns } }
    }
}
