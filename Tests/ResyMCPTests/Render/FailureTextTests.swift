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
        #expect(text.contains("Next try in 40 seconds."))
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
    ])
    func aLinkStandsOnce(finding: Finding, advice: Advice, added: Int) {
        let error = ResyError(.captcha, finding, advice: [advice], url: "https://resy.com/x")
        let text = FailureText.render(error, link: RenderTests.link, now: Samples.now)
        #expect(text.ranges(of: "https://resy.com/x").count == 1)
        #expect(text.ranges(of: "On Resy's site: ").count == added)
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
                - Dining Room, $50 late fee (per guest or in total: not stated; $100 if per guest), free to cancel until Fri 7 PM: \
                8:00 PM
                """)
        let structured = FailureJSON.render(error, link: RenderTests.link, now: Samples.now)
        #expect(try structured["alternatives"].items[0]["fee"]["free_hours"].integer == 25)
    }

    /// Words that end without a stop, as those on arguments do; none after an address.
    @Test func eachPartIsASentence() {
        let error = ResyError(
            .badRequest, .argument(.missing(name: "date")), advice: [.argument(.give(name: "date", example: "friday"))])
        #expect(
            FailureText.render(error.undone(.book), link: RenderTests.link, now: Samples.now)
                == "The argument date is missing. Nothing was booked.\nGive date, for example “friday”.")
        let page = ResyError(.captcha, .service(.captcha), advice: [.service(.solveCaptcha(url: "https://resy.com/x"))])
        #expect(
            FailureText.render(page, link: RenderTests.link, now: Samples.now).hasSuffix("site: https://resy.com/x"))
    }

    /// What was not done is the second sentence, whatever else there is to tell.
    @Test func whatWasNotDoneStandsInFront() {
        let table = WantedTable(evening: Samples.day, time: Samples.time(19), party: 2, today: Samples.day)
        var error = ResyError(
            .slotGone, .booking(.noTable(table, because: [.venue(.absence(.closed(until: Samples.day)))])))
        error.readings = [.time(said: "7", as: Samples.time(19))]
        #expect(
            Voice.model.message(error.undone(.book))
                == "There is no table for 2 on Sat Feb 14, 7:00 PM. Nothing was booked. (7 read as 7:00 PM.) "
                + "The restaurant is closed until Sat Feb 14.")
    }

    /// No tool is named that is not offered.
    @Test func withoutDeedsSigningInIsForTheTerminal() {
        let text = Voice(.model, offersDeeds: false).text(.signIn(.signIn))
        #expect(!text.contains("store_resy_credentials") && text.contains("resy-mcp login"))
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
