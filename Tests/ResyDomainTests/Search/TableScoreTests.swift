import Testing

@testable import ResyDomain

@Suite struct TableScoreTests {
    private static func score(
        _ gap: Int? = 0, _ dollars: Double? = 0, rating: Double? = 4.5, indoors: Bool = true, metres: Double? = 500,
        day: String = "2026-11-13", obstacle: Slot.Obstacle? = nil
    ) -> TableScore {
        TableScore(
            day: CalendarDay(iso: day)!, time: TimeOfDay(clock: "20:00")!, gap: gap,
            stake: dollars.flatMap { Amount($0) }.map { .known($0, currency: "USD") } ?? .unknown, rating: rating,
            isIndoorTable: indoors, metres: metres, obstacle: obstacle)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let better: TableScore
        let worse: TableScore
    }

    @Test(arguments: [
        Case(
            testDescription: "what cannot be booked here is last, whatever it has",
            better: score(300, nil, rating: nil, indoors: false, metres: nil), worse: score(obstacle: .captcha)),
        Case(testDescription: "time before money", better: score(14, 400), worse: score(15, 0)),
        Case(testDescription: "the very time", better: score(0, 20, rating: 3), worse: score(5, 0)),
        Case(testDescription: "free before little", better: score(0, 0, rating: 3), worse: score(0, 5, rating: 5)),
        Case(testDescription: "little before more", better: score(0, 25, rating: 3), worse: score(0, 26, rating: 5)),
        Case(
            testDescription: "much before unknown", better: score(0, 5_000, rating: 3), worse: score(0, nil, rating: 5)),
        Case(
            testDescription: "money before a table indoors", better: score(0, 0, indoors: false), worse: score(0, 100)),
        Case(
            testDescription: "better rated before indoors", better: score(rating: 4.6, indoors: false),
            worse: score(rating: 4.5)),
        Case(testDescription: "rated before not rated", better: score(rating: 1), worse: score(rating: nil)),
        Case(
            testDescription: "nearer before indoors", better: score(indoors: false, metres: 10),
            worse: score(metres: 9_000)),
        Case(testDescription: "indoors", better: score(day: "2026-11-14"), worse: score(indoors: false)),
        Case(testDescription: "nearer", better: score(metres: 100, day: "2026-11-14"), worse: score(metres: 900)),
        Case(
            testDescription: "somewhere before nobody knows where", better: score(metres: 1e6),
            worse: score(metres: nil)),
        Case(testDescription: "sooner", better: score(), worse: score(day: "2026-11-14")),
    ])
    func comesFirst(_ example: Case) {
        #expect(example.better < example.worse)
        #expect(!(example.worse < example.better))
    }

    /// Yen and dollars do not compare: between them the rating decides.
    @Test func amountsOfSeveralCurrenciesDoNotCompare() {
        var yen = Self.score(0, 5_000, rating: 4.8)
        yen.stake = .known(Amount(5_000), currency: "JPY")
        let dollars = Self.score(0, 50, rating: 4.5)
        #expect(![yen, dollars].isOfOneCurrency && [dollars, Self.score(0, 0)].isOfOneCurrency)
        #expect(yen.isBetter(than: dollars, byAmount: false))
        #expect(Self.score(0, 0, rating: 1).isBetter(than: yen, byAmount: false))
    }
}
