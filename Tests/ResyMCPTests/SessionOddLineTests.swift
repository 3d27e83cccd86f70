@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// Lines in which something is legal and odd: they are answered, and by their id.
@Suite(.timeLimit(.minutes(1))) struct SessionOddLineTests {
    private static func line(_ message: JSON) -> String { String(decoding: Outgoing.line(message), as: UTF8.self) }

    // MARK: - What is called for

    @Test(arguments: [
        (#"Birthday \ud83c"#, "Birthday \u{FFFD}"), (#"\udf82 cake"#, "\u{FFFD} cake"), (#"\ud83c\udf82"#, "\u{1F382}"),
        ("a\tb", "a\tb"),
    ])
    func wordsForPeopleAreMended(_ wish: String, _ words: String) async {
        let heard = Lock<String?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onBook: { request, _ in
                heard.withLock { $0 = request.specialRequests }
                return Samples.booked
            }))
        let answer = await conversation.ask(
            #"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"make_reservation","arguments":{"restaurant_name":"Prairie Lantern","date":"tomorrow","time":"19:00","special_requests":"\#(wish)"}}}"#
        )
        #expect(answer.at("id") == 7)
        #expect(answer.at("result", "isError") == false)
        #expect(heard.withLock { $0 } == words)
    }

    @Test(arguments: [
        #""\ud83c""#, "1e400", "18446744073709551616", #""\u0000""#, #"{"a":1,"a":2}"#, #"{"\ud83c":{"b\u0000":1}}"#,
        String(repeating: "[", count: 200) + String(repeating: "]", count: 200), #"1,"zz":2"#,
    ])
    func whatNobodyNeedsIsNotJudged(_ odd: String) async {
        let conversation = await Conversation.open()
        let answer = await conversation.ask(
            #"{"zz":\#(odd),"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"zz":\#(odd),"name":"my_reservations","arguments":{},"_meta":{"zz":\#(odd)}}}"#
        )
        #expect(answer.at("id") == 7)
        #expect(answer.at("result", "isError") == false)
    }

    @Test func bytesThatAreNoUTF8AreMended() async {
        let conversation = await Conversation.open()
        let head = Array(
            #"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"check_availability","arguments":{"restaurant_name":"Caf"#
                .utf8)
        await conversation.session.receive(.text(head + [0xE9] + Array(#"","date":"tomorrow"}}}"#.utf8)))
        #expect(await conversation.next().at("result", "isError") == false)
    }

    // MARK: - Named

    @Test(arguments: [
        ("check_availability", #""restaurant_name":"C","date":"tomorrow","party_size":2,"party_size":4"#, "party_size"),
        ("check_availability", #""restaurant_name":"C","date":"tomorrow","date":"saturday""#, "date"),
        ("check_availability", #""restaurant_name":"C","date":"tomorrow","party_size":1e400"#, "party_size"),
        (
            "check_availability", #""restaurant_name":"C","date":"tomorrow","party_size":18446744073709551616"#,
            "party_size"
        ),
        ("check_availability", #""restaurant_name":"C","date":"tomorrow","p\ud83c":1"#, "p\u{FFFD}"),
        ("check_availability", #""restaurant_name":"https://resy.com/\ud83c","date":"tomorrow""#, "restaurant_name"),
        ("make_reservation", #""restaurant_name":"C","date":"tomorrow","time":"19:00","time":"20:00""#, "time"),
        (
            "make_reservation",
            #""restaurant_name":"C","date":"tomorrow","time":"19:00","confirm_token":"tok-a\ud83c""#,
            "confirm_token"
        ),
        (
            "make_reservation",
            #""restaurant_name":"C","date":"tomorrow","time":"19:00","confirm_token":"tok-a","confirm_token":"tok-b""#,
            "confirm_token"
        ),
        ("cancel_reservation", #""confirmation_id":"RESY-1\ud83c""#, "confirmation_id"),
        ("cancel_reservation", #""confirmation_id":1,"confirmation_id":2"#, "confirmation_id"),
        ("store_resy_credentials", #""email":"a@b.c\ud83c","password":"hunter2-hunter2""#, "email"),
        ("store_resy_credentials", #""email":"a@b.c","password":"hunter2\ud83c""#, "password"),
        ("store_resy_credentials", #""email":"a@b.c","password":"hunter2-a","password":"hunter2-b""#, "password"),
        ("my_reservations", #""include_past":true,"include_past":false"#, "include_past"),
    ])
    func whatIsNeededAndOddIsABadRequestThatNamesIt(_ tool: String, _ arguments: String, _ name: String) async throws {
        let answer = await Conversation.open().call(tool, "{\(arguments)}", id: 7)
        #expect(answer.at("id") == 7)
        #expect(answer.at("result", "_meta", "resy-mcp/error", "code") == "bad_request")
        #expect(try answer.at("result", "_meta", "resy-mcp/error", "message").string.contains(name))
        #expect(!Self.line(answer).contains("hunter2"))
        // A token is nobody's to repeat.
        #expect(!Self.line(answer).contains("tok-"))
    }

    @Test func theSameTwiceIsThatOnce() async {
        let answer = await Conversation.open().call(
            "check_availability", #"{"restaurant_name":"C","date":"tomorrow","party_size":2,"party_size":2}"#)
        #expect(answer.at("result", "isError") == false)
    }

    // MARK: - None

    @Test(arguments: [#""params":null"#, #""params":[]"#, #""params":{}"#, #""params":[ ]"#])
    func noParamsInWhateverForm(_ params: String) async {
        let conversation = await Conversation.open()
        #expect(await conversation.ask(#"{"jsonrpc":"2.0","id":1,"method":"ping",\#(params)}"#).at("result") == [:])
        let list = await conversation.ask(#"{"jsonrpc":"2.0","id":2,"method":"tools/list",\#(params)}"#)
        #expect(list.at("result").member("tools") != nil)
    }

    @Test(arguments: [#","arguments":null"#, #","arguments":[]"#, #","arguments":{}"#, ""])
    func noArgumentsInWhateverForm(_ arguments: String) async {
        let answer = await Conversation.open().ask(
            #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"my_reservations"\#(arguments)}}"#)
        #expect(answer.at("result", "isError") == false)
    }

    // MARK: - Ids

    @Test(arguments: [
        "7", "-7", "0", "-0", "9223372036854775807", "9223372036854775808", "18446744073709551616",
        "123456789012345678901234567890", #""a""#, #""""#, #""\u0061""#, #""\/""#, #""\ud83c""#, #""\udf82\ud83c""#,
        #""\ud83c\udf82""#,
        #""é""#, #""\u00e9""#, #""\u0000""#, #""\"}{][,:""#, #""\ufffd""#, #"" 7 ""#,
    ])
    func idsComeBackByteForByte(_ id: String) async {
        let conversation = await Conversation.open()
        let answer = await conversation.ask(#"{"jsonrpc":"2.0", "id" : \#(id) ,"method":"ping"}"#)
        #expect(Self.line(answer) == #"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#)
        let result = await conversation.ask(
            #"{"method":"tools/call","params":{"name":"my_reservations","arguments":{"id":1}},"jsonrpc":"2.0","id":\#(id)}"#
        )
        #expect(Self.line(result).hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"result":"#))
    }

    @Test func anIdOfAnyBytesComesBack() async {
        let conversation = Conversation()
        await conversation.session.receive(
            .text(Array(#"{"jsonrpc":"2.0","id":"x"#.utf8) + [0xE9] + Array(#"","method":"ping"}"#.utf8)))
        let line = Outgoing.line(await conversation.next())
        #expect(line == Array(#"{"jsonrpc":"2.0","id":"x"#.utf8) + [0xE9] + Array(#"","result":{}}"#.utf8))
    }

    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1.0,"method":"ping"}"#, "1.0", -32600),
        (#"{"jsonrpc":"2.0","id":1.50e1,"method":"ping"}"#, "1.50e1", -32600),
        (#"{"jsonrpc":"2.0","id":1e400,"method":"ping"}"#, "1e400", -32600),
        (#"{"jsonrpc":"1.0","id":"a","method":"ping"}"#, #""a""#, -32600),
        (#"{"jsonrpc":"2.0","id":7,"method":5}"#, "7", -32600),
        (#"{"jsonrpc":"2.0","id":7,"method":"a","method":"b"}"#, "7", -32600),
        (#"{"jsonrpc":"2.0","id":7,"method":"ping","params":5}"#, "7", -32602),
        (#"{"jsonrpc":"2.0","id":7,"method":"ping","params":[1]}"#, "7", -32602),
        (#"{"jsonrpc":"2.0","id":7}"#, "7", -32600), (#"{"id":7}"#, "7", -32600),
        (#"{"jsonrpc":"2.0","id":7,"method":"ping",}"#, "7", -32700),
        (#"{"jsonrpc":"2.0","id":7,"method":tru e}"#, "7", -32700),
        (#"{"jsonrpc":"2.0","method":nope,"id":7}"#, "7", -32700),
        (#"{"jsonrpc":"2.0","id":7,"method":"ping"} x"#, "7", -32700),
        (#"{"jsonrpc":"2.0","id":"\ud83c","method":"tools/call","params":{"name":"#, #""\ud83c""#, -32700),
        (#"{"params":{"id":9,"x":[{"id":8}]},"id":7,"method""#, "7", -32700),
        (#"{"jsonrpc":"2.0","id":7,"id":7,"method":"ping",}"#, "7", -32700),
        (#"{"jsonrpc":"2.0","\u0069d":7,"method":'ping'}"#, "7", -32700),
    ])
    func anErrorCarriesTheIdThatCanBeRead(_ line: String, _ id: String, _ code: Int) async {
        let answer = await Conversation().ask(line)
        #expect(answer.at("error", "code") == .integer(code))
        #expect(Self.line(answer).hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"error":"#))
    }

    @Test(arguments: [
        #"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, #"{"jsonrpc":"2.0","id":true,"method":"ping"}"#,
        #"{"jsonrpc":"2.0","id":[7],"method":"ping"}"#, #"{"jsonrpc":"2.0","id":{"id":7},"method":"ping"}"#,
        #"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#, #"{"jsonrpc":"2.0","id":7"#, #"{"jsonrpc":"2.0","id":"7"#,
        #"{"params":{"id":7"#, #"{"params":{"id":7}}"#, #"{"x":"\"id\":7","y":}"#, "{nothing", "42", "", #""id""#,
        #"{"id":7.}"#,
        #"{"id":07,"method":1}"#, #"{"id":"\q","x":}"#, #"{"id""#, #"{"id":"#,
    ])
    func whereNoneCanBeReadItIsNull(_ line: String) async {
        let answer = await Conversation().ask(line)
        #expect(answer.member("error") != nil)
        #expect(Self.line(answer).hasPrefix(#"{"jsonrpc":"2.0","id":null,"error":"#))
    }

    /// The very same bytes name the call.
    @Test(arguments: ["7", #""\ud83c""#, "18446744073709551616"]) func aCancelFindsAnOddId(_ id: String) async throws {
        let isCancelled = Gate()
        let conversation = await Conversation.open(
            ScriptedConcierge(onList: { _, _ in
                do { try await Gate().pass() } catch { isCancelled.open() }
                throw CancellationError()
            }))
        await conversation.say(
            #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"my_reservations"}}"#)
        await conversation.say(
            #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"zz":1e400,"requestId":\#(id)}}"#)
        try await isCancelled.pass()
        #expect(await conversation.isQuiet())
    }
}
