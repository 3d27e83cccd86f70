import Testing

@testable import ResyDomain

@Suite struct DoubtfulTimeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var said: String
        /// Minutes after midnight of the evening's day.
        var tables: [Int]
        /// Nil where it stays in doubt.
        var meant: String?
        var isBoth = false
    }

    static let dinner = Array(stride(from: 17 * 60, through: 22 * 60, by: 30))
    static let lunch = Array(stride(from: 11 * 60, through: 15 * 60, by: 30))
    static let breakfast = Array(stride(from: 7 * 60, through: 10 * 60, by: 30))
    static let brunch = Array(stride(from: 10 * 60, through: 14 * 60, by: 30))
    static let late = Array(stride(from: 20 * 60, through: 26 * 60, by: 30))

    @Test(arguments: [
        Case(testDescription: "dinner only", said: "7:30", tables: dinner, meant: "19:30"),
        Case(testDescription: "a bare hour at dinner", said: "7", tables: dinner, meant: "19:00"),
        Case(testDescription: "in words", said: "half past seven", tables: dinner, meant: "19:30"),
        Case(testDescription: "breakfast only", said: "8:00", tables: breakfast, meant: "08:00"),
        Case(testDescription: "breakfast and dinner", said: "8:00", tables: breakfast + dinner, isBoth: true),
        Case(
            testDescription: "lunch is not near half past seven", said: "7:30", tables: lunch + dinner, meant: "19:30"),
        Case(testDescription: "half past twelve at lunch", said: "12:30", tables: lunch, meant: "12:30"),
        Case(testDescription: "one at lunch", said: "1:00", tables: lunch + dinner, meant: "13:00"),
        Case(testDescription: "noon at lunch", said: "12", tables: lunch, meant: "12:00"),
        Case(testDescription: "half past twelve in a bar", said: "12:30", tables: late, meant: "00:30"),
        Case(testDescription: "one in a bar", said: "1:00", tables: late, meant: "01:00"),
        Case(testDescription: "half past twelve at lunch and late", said: "12:30", tables: lunch + late, isBoth: true),
        Case(testDescription: "half past twelve where only dinner is", said: "12:30", tables: dinner, meant: "12:30"),
        Case(testDescription: "three where only dinner is", said: "3:00", tables: dinner, meant: "15:00"),
        Case(testDescription: "nine at brunch and dinner", said: "9:00", tables: brunch + dinner, isBoth: true),
        Case(testDescription: "eleven at brunch and dinner", said: "11:00", tables: brunch + dinner, isBoth: true),
        Case(testDescription: "eight at brunch and dinner", said: "8:00", tables: brunch + dinner, isBoth: true),
        Case(
            testDescription: "only the prime hours of dinner are sold out", said: "7:30",
            tables: breakfast + [1020, 1050, 1080, 1260, 1320], isBoth: true),
        Case(testDescription: "seven at brunch and dinner", said: "7:00", tables: brunch + dinner, isBoth: true),
        Case(testDescription: "noon where dinner ends at ten", said: "12:00", tables: lunch + dinner, meant: "12:00"),
        Case(
            testDescription: "noon where tables go past eleven", said: "12:30", tables: lunch + [1380], isBoth: true),
        Case(testDescription: "only the last table left", said: "7:00", tables: [22 * 60], meant: "19:00"),
        Case(testDescription: "only the first table left", said: "9:00", tables: [17 * 60], meant: "21:00"),
        Case(testDescription: "only an early one left", said: "11:00", tables: [7 * 60], meant: "11:00"),
        Case(testDescription: "lunch only, far from both", said: "7:00", tables: lunch),
        Case(testDescription: "breakfast left, dinner far", said: "10:00", tables: [570, 17 * 60], meant: "10:00"),
        Case(testDescription: "sold out", said: "7:30", tables: []),
        Case(
            testDescription: "the day's own small hours are no table of it", said: "4:30", tables: [270] + dinner,
            meant: "16:30"),
        Case(testDescription: "only the day's own small hours", said: "4:30", tables: [30, 270]),
        Case(testDescription: "three hours are near", said: "9:00", tables: [720, 18 * 60], isBoth: true),
        Case(testDescription: "a minute more is not", said: "8:59", tables: [720, 18 * 60], meant: "20:59"),
        Case(testDescription: "quarter to twelve at lunch", said: "quarter to twelve", tables: lunch, meant: "11:45"),
        Case(testDescription: "quarter to twelve in a bar", said: "quarter to twelve", tables: late, meant: "23:45"),
        Case(testDescription: "midnight in a bar", said: "12:00", tables: late, meant: "00:00"),
        Case(
            testDescription: "twelve where dinner ends at half past ten", said: "12",
            tables: Array(stride(from: 1020, through: 1350, by: 15)), meant: "12:00"),
        Case(testDescription: "seven in a bar", said: "7:00", tables: late, meant: "19:00"),
    ])
    func tablesTellTheHalf(_ example: Case) throws {
        guard case .either(let doubt) = try TimeText.parse(example.said) else {
            Issue.record("not in doubt")
            return
        }
        switch doubt.verdict(on: example.tables) {
        case .meant(let time): #expect(time.clock == example.meant)
        case .both: #expect(example.isBoth)
        case .neither: #expect(example.meant == nil && !example.isBoth)
        case .past(let time): Issue.record("\(time) is past")
        }
    }

    @Test func saysHowItWasRead() throws {
        guard case .either(let doubt) = try TimeText.parse("7:30") else { return }
        #expect(WordReading.time(said: doubt.said, as: doubt.evening).words == "7:30 read as 7:30 PM")
        #expect(doubt.spoken == "7:30 AM or 7:30 PM")
    }
}
