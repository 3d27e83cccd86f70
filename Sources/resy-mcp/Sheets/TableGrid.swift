internal import ResyDomain

/// Days across, restaurants down, and in each cell the nearest times. Days that do not fit beside the others stand below.
struct TableGrid {
    struct Row {
        /// What is typed to pick it; empty where it cannot be.
        var mark: String
        var name: String
        /// One for each day.
        var cells: [Cell]
        /// What is said of it below its times.
        var facts: Facts
    }

    struct Facts: Equatable {
        /// Never left out.
        var needed: [String]
        /// As far as there is room, the first of them first.
        var welcome: [String] = []

        /// On two rows of that width, or as many as what is needed takes.
        func line(indent: Int, width: Int?) -> Line {
            for count in (0...welcome.count).reversed() {
                var line = Line(String(repeating: " ", count: indent), .faint, hang: indent)
                line.add((needed + welcome.prefix(count)).joined(separator: " · "), .faint)
                if count == 0 || Paper(width: width).height(of: Sheet([line])) <= 2 { return line }
            }
            return Line()
        }
    }

    enum Cell: Equatable {
        /// Nearest first; `costs`: money is at stake, or may be.
        case times([Time])
        case none
        case notLooked
    }

    struct Time: Equatable {
        var minutes: Int
        var text: String
        var costs: Bool

        /// `8:00`, `8:00$`
        var shown: String { text + (costs ? "$" : "") }
    }

    var days: [CalendarDay]
    var rows: [Row]

    private static let gap = 2
    private static let mostTimes = 3

    /// `width`: that of the paper; nil where nothing is broken.
    func lines(width: Int?) -> [Line] {
        let (marks, names, left) = (marks, names(width: width), left(width: width))
        let plan = plan(within: width.map { $0 - left })
        return plan.blocks.enumerated().flatMap { index, block in
            return (index == 0 ? [] : [Line()])
                + lines(
                    of: block, plan, marks: marks, names: names, left: left, width: width, withFacts: index == 0)
        }
    }

    private var marks: Int { rows.map(\.mark.columns).max() ?? 0 }

    private func names(width: Int?) -> Int {
        let longest = rows.map(\.name.columns).max() ?? 0
        return min(longest, width.map { max(10, min(26, $0 / 3 - marks)) } ?? longest)
    }

    /// Before the first day's column.
    private func left(width: Int?) -> Int { marks + (marks == 0 ? 0 : 1) + names(width: width) }

    /// How many times a cell shows, how wide each day's column is, and which days stand side by side.
    private struct Plan {
        var times: Int
        var isShort: Bool
        var widths: [Int]
        var blocks: [Range<Int>]
    }

    private func plan(within room: Int?) -> Plan {
        let most = days.count == 1 ? 2 * Self.mostTimes : Self.mostTimes
        guard let room else {
            return Plan(times: most, isShort: false, widths: widths(most, isShort: false), blocks: [days.indices])
        }
        for times in (1...most).reversed() {
            for isShort in [false, true] {
                let widths = widths(times, isShort: isShort)
                if widths.reduce(0, { $0 + $1 + Self.gap }) <= room {
                    return Plan(times: times, isShort: isShort, widths: widths, blocks: [days.indices])
                }
            }
        }
        let widths = widths(1, isShort: true)
        var (blocks, start, used): ([Range<Int>], Int, Int) = ([], 0, 0)
        for index in days.indices {
            let width = widths[index] + Self.gap
            if used + width > room, index > start {
                blocks.append(start..<index)
                (start, used) = (index, 0)
            }
            used += width
        }
        return Plan(times: 1, isShort: true, widths: widths, blocks: blocks + [start..<days.count])
    }

    private func widths(_ times: Int, isShort: Bool) -> [Int] {
        days.indices.map { index in
            let head = isShort ? Self.date(days[index]).columns : days[index].spoken.columns
            return max(head, rows.map { text($0.cells[index], times).columns }.max() ?? 0)
        }
    }

    private func text(_ cell: Cell, _ most: Int) -> String {
        switch cell {
        case .none: "-"
        case .notLooked: "?"
        case .times(let times):
            times.prefix(most).sorted { $0.minutes < $1.minutes }.map(\.shown).joined(separator: " ")
                + (times.count > most ? " \u{2026}" : "")
        }
    }

    /// One of the times that there is room for has a sign that money is at stake.
    func showsCosts(width: Int?) -> Bool {
        let most = plan(within: width.map { $0 - left(width: width) }).times
        return rows.contains { row in
            row.cells.contains {
                if case .times(let times) = $0 { times.prefix(most).contains(where: \.costs) } else { false }
            }
        }
    }

    /// `Dec 4`
    private static func date(_ day: CalendarDay) -> String { String(day.spoken.dropFirst(4)) }

    // MARK: - Lines

    private func lines(
        of block: Range<Int>, _ plan: Plan, marks: Int, names: Int, left: Int, width: Int?, withFacts: Bool
    ) -> [Line] {
        func line(_ start: String, _ cell: (Int) -> String, _ role: Line.Role) -> Line {
            var line = Line(Line.padded(Line.glued(start), to: left), role)
            for index in block {
                line.add(String(repeating: " ", count: Self.gap))
                line.add(
                    Line.padded(Line.glued(cell(index)), to: index == block.upperBound - 1 ? 0 : plan.widths[index]),
                    role)
            }
            return line
        }
        let heads =
            plan.isShort
            ? [
                line("", { "\(days[$0].weekday.name.prefix(3))" }, .strong),
                line("", { Self.date(days[$0]) }, .strong),
            ] : [line("", { days[$0].spoken }, .strong)]
        return heads
            + rows.flatMap { row in
                let mark = marks == 0 ? "" : Line.padded(row.mark, to: marks) + " "
                let name = Line.padded(ListSheet.shortened(row.name, to: names), to: names)
                let times = line(mark + name, { text(row.cells[$0], plan.times) }, .plain)
                guard withFacts, !(row.facts.needed + row.facts.welcome).isEmpty else { return [times] }
                return [times, row.facts.line(indent: marks == 0 ? 2 : marks + 1, width: width)]
            }
    }
}
