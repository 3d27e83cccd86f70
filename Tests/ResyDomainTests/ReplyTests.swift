import Testing

@testable import ResyDomain

@Suite struct ReplyTests {
    @Test(arguments: [
        (Answer.accepted, 0.0, Reply.yes), (.accepted, 600, .yes), (.declined, 0.0, .unseen),
        (.declined, 0.99, .unseen),
        (.declined, 1, .no), (.declined, 30, .no), (.dismissed, 0, .unseen), (.dismissed, 30, .unseen),
        (.unclear, 0, .unseen), (.unclear, 30, .unseen),
        // A no in a form that was sent is one, however quick.
        (.refused, 0, .no), (.refused, 0.5, .no), (.refused, 600, .no), (.refused, -5, .no),
        // A clock that was set back proves nothing about a person.
        (.declined, -5, .unseen),
    ])
    func means(answer: Answer, seconds: Double, reply: Reply) {
        #expect(Reply(answer, after: seconds) == reply)
    }
}
