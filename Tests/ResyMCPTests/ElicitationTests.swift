import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// A no that was filled in is another thing than a question turned down: that some programs do by themselves.
@Suite struct ElicitationTests {
    @Test(arguments: [
        (#"{"action":"accept","content":{"confirm":true}}"#, Answer.accepted),
        (#"{"action":"accept","content":{"confirm":false}}"#, .refused), (#"{"action":"decline"}"#, .declined),
        (#"{"action":"decline","content":{"confirm":false}}"#, .declined), (#"{"action":"cancel"}"#, .dismissed),
        (#"{"action":"accept"}"#, .unclear), (#"{"action":"accept","content":{}}"#, .unclear),
        (#"{"action":"accept","content":{"confirm":null}}"#, .unclear),
        (#"{"action":"accept","content":{"confirm":"false"}}"#, .unclear),
        (#"{"action":"accept","content":{"confirm":0}}"#, .unclear),
        (#"{"action":"accept","content":{"confirm":true,"confirm":false}}"#, .unclear),
        (#"{"action":"accept","content":{"confirm":true},"content":null}"#, .unclear),
        (#"{"action":"accept","action":"decline","content":{"confirm":true}}"#, .unclear),
        (#"{"action":"accept","content":{"confirm":true,"confirm":true,"zz":"\ud83c"}}"#, .accepted),
    ])
    func anAnswerIs(result: String, answer: Answer) throws {
        let result = try JSON(text: result)
        #expect(Elicitation.answer(result) == answer)
        // The same for the answer to an input_required result.
        let params = JSON.object([
            ("requestState", "s"), ("inputResponses", Elicitation.single(Elicitation.key, result)),
        ])
        #expect(try Elicitation.answered(params)?.answer == answer)
    }
}
