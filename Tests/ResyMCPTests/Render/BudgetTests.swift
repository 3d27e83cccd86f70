import Foundation
import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// How much a model has to read. Bytes stand in for tokens; the figures were measured with o200k_base.
@Suite struct BudgetTests {
    /// 140 tables in six groups: every quarter of an hour from 4:00 PM.
    static func fullDay(at preferred: TimeOfDay?, offset: Int = 0, hasGaps: Bool = false) -> Availability {
        let seatings = ["Dining Room", "Bar", "Patio", "Chef's Counter", "Lounge", "Private Room"]
        var found = Samples.availability
        (found.preferredTime, found.slots, found.otherTimes) = (preferred, [], [])
        found.venue.street = "181 Thompson St"
        found.venue.phone = "+12125550100"
        for (index, seating) in seatings.enumerated() {
            for step in 0..<(index < 2 ? 24 : 23) {
                // Gaps that leave no four steps in a row alike.
                let place = hasGaps ? step * 2 - [0, 1, 0, 0, 1][step % 5] : step
                let minutes = (hasGaps ? 12 : 16) * 60 + place * 15 + index * offset
                var fee = Charge(
                    index % 2 == 0 ? .cancellation : .deposit, Amount(Double(25 + 5 * index)), "USD",
                    index % 3 == 0 ? .unknown : .guest, from: .tables)
                fee.cutOff = Samples.zone?.instant(Samples.day, TimeOfDay(minutesAfterMidnight: minutes)).adding(
                    Double(-12 * (index + 1)) * 3600)
                let slot = Samples.slot(
                    TimeOfDay(minutesAfterMidnight: minutes), seating, fee: index == 1 ? nil : fee)
                if let preferred, abs(minutes - preferred.minutesAfterMidnight) > 60 {
                    found.otherTimes.append(slot)
                } else {
                    found.slots.append(slot)
                }
            }
        }
        return found
    }

    /// Each time by itself.
    @Test func aDayWithoutAnyStepStaysShort() throws {
        let found = Self.fullDay(at: nil, hasGaps: true)
        let words = AvailabilityText.render(found, now: Samples.now) + NextStep.of(found, in: .model)
        #expect(words.utf8.count <= 1_700)
        if let folder = ProcessInfo.processInfo.environment["BUDGET_FOLDER"] {
            try words.write(toFile: "\(folder)/day-gaps.txt", atomically: true, encoding: .utf8)
        }
    }

    @Test(arguments: [
        (true, 0, 1_750, 2_750), (false, 0, 1_700, 3_100), (true, 5, 2_400, 2_900), (false, 5, 1_800, 3_100),
    ])
    func aDayOfManyTablesStaysShort(isTimed: Bool, offset: Int, text: Int, structure: Int) throws {
        let found = Self.fullDay(at: isTimed ? Samples.time(19) : nil, offset: offset)
        #expect(found.slots.count + found.otherTimes.count == 140)
        let next = NextStep.of(found, in: .model)
        let words = AvailabilityText.render(found, now: Samples.now) + next
        let json = AvailabilityJSON.render(found, nextStep: next)
        #expect(SchemaCheck.faults(json, Tool.checkAvailability.outputSchema) == [])
        #expect(words.utf8.count <= text)
        #expect(json.compact.utf8.count <= structure)
        if let folder = ProcessInfo.processInfo.environment["BUDGET_FOLDER"] {
            let name = "\(folder)/day-\(isTimed ? "timed" : "whole")-\(offset)"
            try words.write(toFile: name + ".txt", atomically: true, encoding: .utf8)
            try json.compact.write(toFile: name + ".json", atomically: true, encoding: .utf8)
        }
    }

    /// For each further group.
    @Test func aFurtherGroupIsShort() throws {
        let found = Self.fullDay(at: Samples.time(19))
        let groups = try AvailabilityJSON.render(found).at("tables").items
        #expect(groups.allSatisfy { $0.compact.utf8.count <= 220 })
    }

    /// Ten restaurants on three days, two prices each.
    @Test func aWideSearchStaysShort() throws {
        let found = SearchSamples.huge
        let next = NextStep.of(found, now: Samples.now, in: .model)
        let words = FoundTablesText.render(found, now: Samples.now) + next
        let json = FoundTablesJSON.render(
            found, link: VenueLinks(base: "https://resy.com"), nextStep: next, now: Samples.now)
        #expect(SchemaCheck.faults(json, Tool.findTables.outputSchema) == [])
        #expect(words.utf8.count <= 6 * 1024)
        #expect(json.compact.utf8.count <= 9_200)
        if let folder = ProcessInfo.processInfo.environment["BUDGET_FOLDER"] {
            try words.write(toFile: "\(folder)/search.txt", atomically: true, encoding: .utf8)
            try json.compact.write(toFile: "\(folder)/search.json", atomically: true, encoding: .utf8)
            let whole = JSON.array(Tool.all.map(\.definition)).compact
            try whole.write(toFile: "\(folder)/tools.json", atomically: true, encoding: .utf8)
        }
    }

    @Test func theListOfToolsIsShort() {
        let whole = JSON.array(Tool.all.map(\.definition)).compact
        #expect(whole.utf8.count <= 29_500)
        let asked = JSON.array(
            Tool.all.map { tool in
                .object(tool.definition.members.filter { $0.key != "outputSchema" }.map { ($0.key, $0.value) })
            }
        ).compact
        #expect(asked.utf8.count <= 14_100)
    }
}
