@testable import ResyDomain
import Testing

@testable import resy_mcp

@Suite struct QuestionSheetTests {
    private static let paper = Paper(width: 80)

    private static func booking(_ change: (inout BookingQuestion) -> Void) -> QuestionSheet {
        guard case .booking(var asked) = Samples.question.about else { preconditionFailure("a booking") }
        change(&asked)
        return QuestionSheet(question: Question(.booking(asked)), now: Samples.now)
    }

    private static func terms(_ charges: Charges, lines: [String] = [], yes: [String] = []) -> Terms {
        Terms(charges: charges, cancelBy: nil, lines: lines, doubleConfirmation: yes, currency: "USD")
    }

    @Test(arguments: [
        (Charges([Samples.fee]), "Book it and put $100 at stake? [y/N] "),
        (Charges([Samples.deposit]), "Book it and pay $20 now? [y/N] "),
        (Charges([Samples.deposit, Samples.fee]), "Book it, pay $20 now and put $100 at stake? [y/N] "),
        (
            Charges([Charge(.cancellation, Amount(50), "USD", .unknown, from: .terms)]),
            "Book it and put $100 at stake? [y/N] "
        ),
        (Charges([]), "Book it? [y/N] "),
        (Charges([.notStated(from: .terms)]), "Book it, though its cost is not fully stated? [y/N] "),
    ])
    func theTotalIsInTheQuestion(charges: Charges, prompt: String) {
        #expect(Self.booking { $0.terms = Self.terms(charges) }.prompt == prompt)
    }

    /// What a person must know stands whole; the restaurant's own words have the room that is left.
    @Test func eightRowsAtMost() {
        let line = String(repeating: "Please be on time, and mind the dress code of the house. ", count: 6)
        let question = Self.booking {
            $0.terms = Self.terms([Samples.feeWithCutOff], lines: [line, line + "!"], yes: ["All sales are final."])
            $0.card = PaymentCard(id: 1, brand: "Visa", lastFour: "4242", isDefault: true)
            $0.wishes = [ToldWish(.words("quiet table by the window, please"), .planned(isHidden: false))]
        }
        let sheet = question.sheet(on: Self.paper)
        #expect(Self.paper.height(of: sheet) + 1 <= QuestionSheet.most, "\(Self.paper.text(sheet))")
        let text = Self.paper.text(sheet).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("$50 late fee per guest ($100 for 2), free to cancel until today 7 PM"))
        #expect(text.contains("4242"))
        #expect(text.contains("may not grant it"))
        #expect(text.contains("The restaurant asks to confirm: “All sales are final.”"))
        #expect(text.hasSuffix(Samples.url))
    }

    /// However narrow the terminal, what is cut can be read where the link leads.
    @Test func aNarrowTerminalHasTheLinkToo() {
        let line = "A deposit of $100 per guest is charged when you book, and it does not come back within 48 hours."
        let question = Self.booking {
            $0.terms = Self.terms(
                [Samples.feeWithCutOff], lines: [line], yes: ["All sales are final.", "No menu changes."])
        }
        let narrow = Paper(width: 40)
        let text = narrow.text(question.sheet(on: narrow)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("“All sales are final.”") && text.contains("“No menu changes.”"))
        #expect(text.hasSuffix(Samples.url))
        let wide = Paper(width: 200)
        #expect(!wide.text(question.sheet(on: wide)).contains(Samples.url))
    }

    @Test func theTruthOnAWishStandsBeforeTheYes() {
        let question = Self.booking {
            $0.wishes = [ToldWish(.words("high chair"), .planned(isHidden: true))]
        }
        #expect(Self.paper.text(question.sheet(on: Self.paper)).contains("will not be sent"))
    }

    @Test(arguments: [
        (Charges([]), "Cancelling costs nothing. Cancelling can't be undone.", "Cancel it? [y/N] "),
        (
            Charges([Samples.fee]),
            "Cancelling now costs $100: $50 late fee per guest ($100 for 2). Cancelling can't be undone.",
            "Cancel it and lose $100? [y/N] "
        ),
        (
            Charges([.notStated(from: .reservations)]), "Cancelling now may cost money:",
            "Cancel it, though its cost is not fully stated? [y/N] "
        ),
    ])
    func cancellingSaysWhatItCosts(cost: Charges, line: String, prompt: String) {
        let held = NamedTable(venue: "Carbone", day: Samples.day, time: Samples.time(19), party: 2, id: 900_000_123)
        let question = Question(
            .cancellation(CancellationQuestion(held: held, cost: cost, terms: ["Be on time."], url: Samples.url)))
        let sheet = QuestionSheet(question: question, now: Samples.now)
        let text = Paper(width: 200).text(sheet.sheet(on: Paper(width: 200)))
        #expect(text.contains("Cancel Carbone, Sat Feb 14, 7:00 PM, 2 people (RESY-900000123)"))
        #expect(text.contains(line))
        #expect(sheet.prompt == prompt)
    }

    /// The form that a client shows says the same.
    @Test func theFormSaysTheSame() {
        #expect(Voice.person.label(Samples.question) == "Book it ($100 at stake)")
        let message = Voice.person.message(Samples.question)
        #expect(message.contains("At stake: $50 late fee per guest ($100 for 2)."))
        guard case .booking(var asked) = Samples.question.about else { preconditionFailure("a booking") }
        asked.terms = Self.terms([Samples.deposit])
        let paid = Question(.booking(asked))
        #expect(Voice.person.label(paid) == "Book it ($20 paid now)")
        #expect(Voice.person.message(paid).contains("$20 deposit in total, charged now."))
        #expect(!Voice.person.message(paid).contains("t stake"))
        asked.terms = Self.terms([Samples.deposit, Samples.fee])
        #expect(Voice.person.label(Question(.booking(asked))) == "Book it ($20 paid now, $100 at stake)")
    }
}
