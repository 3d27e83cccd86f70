import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// An error, for people and for programs.
@Suite struct FailureTextTests {
    @Test func candidatesAreInTextAndMeta() throws {
        let now = Instant(seconds: 0)
        var other = Samples.venue
        (other.id, other.name, other.neighborhood) = (7, "Carbone Vino", "Coconut Grove")
        let error = ResyError(
            .venueAmbiguous, .venue(.several("Carbone", count: 2)), advice: [.venue(.askWhich)],
            choices: [.venue(Samples.venue), .venue(other)], retryAt: now.adding(39.2))
        let text = FailureText.render(error, link: RenderTests.link, now: now)
        #expect(text.contains("Carbone Vino, Coconut Grove, New York, Resy venue 7"))
        #expect(text.contains("Try again in 40 s."))
        let structured = FailureJSON.render(error, link: RenderTests.link, now: now)
        #expect(try structured["candidates"].items.map { try $0["id"].integer } == [6194, 7])
        #expect(structured.at("retry_after_seconds") == 40)
        #expect(structured.member("alternatives") == nil)
    }

    /// Each line that is listed can be given back as the restaurant's name, however long it is.
    @Test(arguments: [
        "Carbone", "21 Club, The", "1. Deli", "Ristorante della Lunga Strada Ristorante della Lunga Strada e Figli",
    ])
    func aListedLineNamesTheRestaurant(name: String) throws {
        var (first, second) = (Samples.venue, Samples.venue)
        (first.name, second.name, second.id) = (name, name, 40203)
        (second.citySlug, second.slug) = (nil, nil)
        let error = ResyError(
            .venueAmbiguous, .venue(.several(name, count: 2)), advice: [.venue(.askWhich)],
            choices: [.venue(first), .venue(second)])
        let lines = FailureText.render(error, link: RenderTests.link, now: Samples.now).split(separator: "\n")
            .dropFirst(2)
        #expect(lines.map { $0.prefix(3) } == ["1. ", "2. "])
        #expect(lines.map { VenueReference(String($0)) } == [.id(first.id), .id(40203)])
        #expect(lines.allSatisfy { $0.contains(name) && $0.count <= Arguments.longestName })
        let one = ResyError(
            .venueAmbiguous, .venue(.maybe(first)), advice: [.venue(.giveNumber(first.id))], choices: [.venue(first)])
        #expect(FailureText.render(one, link: RenderTests.link, now: Samples.now).contains("\n- \(name), "))
    }

    @Test(arguments: [
        (Finding.service(.captcha), Advice.service(.solveCaptcha(url: "https://resy.com/x")), 0),
        (.service(.captcha), .deed(.nothingElse(.evening, url: "https://resy.com/x")), 0),
        (.service(.captcha), .service(.solveCaptcha(url: nil)), 1),
        (.service(.captcha), .venue(.checkLink(orLookAt: "https://resy.com/y")), 1),
        (.venue(.absence(.onTock(page: "https://resy.com/x"))), .deed(.anotherPartySize), 0),
    ])
    func aLinkStandsOnce(finding: Finding, advice: Advice, added: Int) {
        let error = ResyError(.captcha, finding, advice: [advice], url: "https://resy.com/x")
        let text = FailureText.render(error, link: RenderTests.link, now: Samples.now)
        #expect(text.ranges(of: "https://resy.com/x").count == 1)
        #expect(text.ranges(of: "By hand: ").count == added)
        #expect(FailureJSON.render(error, link: RenderTests.link, now: Samples.now).at("url") == "https://resy.com/x")
    }

    @Test func aTableToChooseSaysWhatItCostsAndUntilWhenItDoesNot() throws {
        var fee = Samples.feeWithCutOff
        fee.basis = .unknown
        let error = ResyError(
            .slotGone, .booking(.timePast(Samples.time(19))), advice: [.deed(.chooseLater)],
            choices: [
                .slot(Samples.slot(Samples.time(20), fee: fee), evening: Samples.day, party: 2, zone: Samples.zone)
            ])
        #expect(
            FailureText.render(error, link: RenderTests.link, now: Samples.now) == """
                7:00 PM is past.
                Choose a later time.
                - 8:00 PM - Dining Room (Resy) - cancellation fee 50 USD, free until Friday Feb 13 at 7:00 PM
                Resy does not state here whether these fees are per guest or for the party.
                """)
        let structured = FailureJSON.render(error, link: RenderTests.link, now: Samples.now)
        #expect(try structured["alternatives"].items[0]["fee"]["cut_off"].string == "2026-02-13T19:00:00-05:00")
    }

    /// Words that end without a stop, as those on arguments do; none after an address.
    @Test func eachPartIsASentence() {
        let error = ResyError(
            .badRequest, .argument(.missing(name: "date")), advice: [.argument(.give(name: "date", example: "friday"))])
        #expect(
            FailureText.render(error.undone(.book), link: RenderTests.link, now: Samples.now)
                == "date is missing. Nothing was booked.\ngive date, for example \"friday\".")
        let page = ResyError(.captcha, .service(.captcha), advice: [.service(.solveCaptcha(url: "https://resy.com/x"))])
        #expect(
            FailureText.render(page, link: RenderTests.link, now: Samples.now).hasSuffix("site: https://resy.com/x"))
    }

    @Test func reservationsToChooseFromAreCandidates() throws {
        let error = ResyError(
            .reservationAmbiguous, .cancelling(.several(.name("Carbone"), 1)), advice: [.deed(.askWhich)],
            choices: [.reservation(Samples.reservation)])
        let structured = FailureJSON.render(error, link: RenderTests.link, now: Instant(seconds: 0))
        #expect(try structured["candidates"].items[0]["confirmation_id"].string == "RESY-900000123")
        #expect(FailureText.render(error, link: RenderTests.link, now: Instant(seconds: 0)).contains("RESY-900000123"))
    }
}
