@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct NotifyTextTests {
    private static let link = VenueLinks(base: "https://resy.com")

    @Test func whatIsSetSaysWhoSendsTheMessage() {
        let outcome = NotifyOutcome(.added, [Samples.notify])
        #expect(
            NotifyText.render(outcome, now: Samples.now) == """
                Notify is set. Resy sends the message itself, as the account is set there; nothing is booked.
                - Carbone, Sat Feb 14, 6:00 PM to 9:00 PM, party of 2 (id 4400001)
                """)
        let json = NotifyJSON.render(outcome, link: Self.link)
        #expect(SchemaCheck.faults(json, Tool.notifyMe.outputSchema) == [])
        let notify = json.at("notifies")
        #expect((try? notify.items[0].at("id")) == "4400001")
        #expect((try? notify.items[0].at("earliest")) == "18:00")
    }

    @Test func aListOfNoneSaysSo() {
        #expect(NotifyText.render(NotifyOutcome(.listed, []), now: Samples.now) == "Resy's Notify list is empty.")
    }

    @Test func aPersonSeesALineEach() {
        let sheet = NotifySheet(outcome: NotifyOutcome(.listed, [Samples.notify]), now: Samples.now).sheet
        #expect(
            Paper(width: 80).text(sheet) == """
                1 entry on Resy's Notify list:
                  4400001  Sat Feb 14  6:00 PM – 9:00 PM  2  Carbone, New York
                """)
    }

    // MARK: - Offered where nothing fits

    private static var soldOut: Availability {
        var found = Samples.availability
        (found.slots, found.otherTimes) = ([], [])
        found.notify = NotifyOffer(
            venue: 6194, day: Samples.day, party: 4, earliest: Samples.time(18), latest: Samples.time(20, 30))
        return found
    }

    @Test func aModelIsToldTheTool() {
        let text = AvailabilityText.render(Self.soldOut, now: Samples.now)
        #expect(text.contains("notify_me"))
        #expect(NextStep.of(Self.soldOut, in: .model).contains("notify_me"))
        #expect(AvailabilityJSON.render(Self.soldOut).at("notify") == true)
        #expect(AvailabilityJSON.render(Samples.availability).member("notify") == nil)
    }

    @Test func whereNothingMayBeChangedNobodyIsToldOfIt() {
        let voice = Voice(.model, offersDeeds: false)
        #expect(!AvailabilityText.render(Self.soldOut, now: Samples.now, in: voice).contains("notify_me"))
        #expect(!NextStep.of(Self.soldOut, in: voice).contains("notify_me"))
        #expect(!Self.sheet(isReadOnly: true).contains("notify add"))
    }

    @Test func aPersonIsToldTheCommand() {
        #expect(
            Self.sheet().contains(
                "Notify:  resy-mcp notify add 'Resy venue 6194' 2026-02-14 --after 6pm --before 8:30pm --party 4"))
    }

    private static func sheet(isReadOnly: Bool = false) -> String {
        Paper(width: 80).text(CheckSheet(found: soldOut, isReadOnly: isReadOnly, now: Samples.now).sheet)
    }

    /// The command stands on a line of its own, as others do.
    @Test func aFailureHasTheCommandToo() {
        var error = ResyError(.slotGone, .booking(.timePast(Samples.time(19))), advice: [.deed(.chooseLater)])
        error.remarks = [.notify(.canBeSet(NotifyOffer(venue: 7, day: Samples.day, party: 2)))]
        let told = Paper(width: 80).text(FailureSheet(error: error, link: Self.link, now: Samples.now).sheet)
        #expect(told.split(separator: "\n").last == "Notify:  resy-mcp notify add 'Resy venue 7' 2026-02-14")
        #expect(FailureText.render(error, link: Self.link, now: Samples.now).contains("notify_me"))
    }

    // MARK: - Arguments

    @Test func theActionDecidesWhatIsNeeded() async throws {
        let seen = Lock<NotifyOrder?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onNotify: { order, _ in
                seen.withLock { $0 = order }
                return NotifyOutcome(.listed, [])
            }))
        _ = await conversation.call("notify_me", #"{"action":"REMOVE","id":4400001}"#)
        #expect(seen.withLock { if case .remove("4400001") = $0 { true } else { false } })
        _ = await conversation.call("notify_me", #"{"action":"list","id":"none"}"#, id: 2)
        #expect(seen.withLock { if case .list = $0 { true } else { false } })
        for (odd, wanted) in [
            ("{}", "action is missing"), (#"{"action":"remove"}"#, "id is missing"),
            (#"{"action":"add","date":"sat"}"#, "restaurant_name is missing"),
            (#"{"action":"delete"}"#, "add, list, remove"),
        ] {
            let result = await conversation.call("notify_me", odd, id: 3).at("result")
            #expect(try result["content"].items[0]["text"].string.contains(wanted), "\(odd)")
        }
    }
}
