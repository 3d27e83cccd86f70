import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// What holds for every tool.
@Suite(.timeLimit(.minutes(1))) struct ToolTests {
    static let complete = [
        "check_availability": #"{"restaurant_name":"Carbone","date":"Saturday"}"#,
        "find_tables": #"{"restaurants":["Carbone","Don Angie"],"dates":"Sat, Sun","preferred_time":"8pm"}"#,
        "open_days": #"{"restaurant_name":"Semma"}"#,
        "make_reservation": #"{"restaurant_name":"Carbone","date":"Saturday","time":"19:00"}"#,
        "change_reservation": #"{"confirmation_id":"RESY-900000123","time":"8pm"}"#,
        "cancel_reservation": #"{"confirmation_id":"RESY-900000123"}"#,
        "my_reservations": "{}",
        "notify_me": #"{"action":"add","restaurant_name":"Carbone","date":"Saturday"}"#,
        "watch_tables": #"{"action":"add","restaurant_name":"Carbone","dates":"Sat, Sun"}"#,
        "store_resy_credentials": #"{"email":"you@example.com","password":"hunter2"}"#,
    ]

    /// As long as those that are given: with the most that venue, seating and terms can add.
    private static let token = String(repeating: "Ab0-_", count: 240)

    @Test func definitionsAreWithinWhatClientsTake() throws {
        for tool in Tool.all {
            #expect(tool.description.split(separator: " ").count <= 90, "\(tool.name)")
            #expect(!tool.description.contains("\n"), "\(tool.name)")
            #expect(tool.name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (97...122).contains($0) })
            for schema in [tool.inputSchema, tool.outputSchema] {
                #expect(schema.at("type") == "object")
                for word in ["oneOf", "anyOf", "allOf", "not", "$ref", "$schema"] {
                    #expect(schema.member(word) == nil)
                }
            }
            #expect(tool.inputSchema.at("additionalProperties") == false)
            for (name, property) in tool.inputSchema.at("properties").members {
                #expect(property.member("description") != nil, "\(tool.name).\(name)")
            }
        }
    }

    /// Where only looking is allowed no description names a tool that is not there.
    @Test func whatIsOfferedNamesWhatIsOffered() {
        let offered = Tool.offered(isReadOnly: true)
        let missing = Tool.all.map(\.name).filter { name in !offered.contains { $0.name == name } }
        #expect(!missing.isEmpty && offered.count + missing.count == Tool.all.count)
        for tool in offered {
            #expect(!missing.contains { tool.definition.compact.contains($0) }, "\(tool.name)")
            #expect(tool.description.split(separator: " ").count <= 90, "\(tool.name)")
        }
    }

    @Test func hintsAreHonest() {
        let hints = Dictionary(uniqueKeysWithValues: Tool.all.map { ($0.name, $0.definition.at("annotations")) })
        for name in ["check_availability", "find_tables", "open_days", "my_reservations"] {
            #expect(hints[name]?.at("readOnlyHint") == true)
            #expect(hints[name]?.at("destructiveHint") == false)
            #expect(hints[name]?.at("idempotentHint") == true)
        }
        for name in ["make_reservation", "change_reservation", "cancel_reservation"] {
            #expect(hints[name]?.at("readOnlyHint") == false)
            #expect(hints[name]?.at("destructiveHint") == true)
            #expect(hints[name]?.at("idempotentHint") == false)
            #expect(hints[name]?.at("openWorldHint") == true)
        }
        #expect(hints["watch_tables"]?.at("readOnlyHint") == false)
        #expect(hints["watch_tables"]?.at("destructiveHint") == false)
        #expect(hints["store_resy_credentials"]?.at("readOnlyHint") == false)
        #expect(hints["notify_me"]?.at("destructiveHint") == true)
        #expect(hints["notify_me"]?.at("readOnlyHint") == false && hints["notify_me"]?.at("idempotentHint") == true)
    }

    @Test(arguments: Tool.all.map(\.name)) func aResultFitsItsSchemaAndHasText(name: String) async throws {
        let conversation = await Conversation.open()
        let result = await conversation.call(name, Self.complete[name] ?? "{}").at("result")
        #expect(result.at("isError") == false)
        let tool = try #require(Tool.all.first { $0.name == name })
        #expect(SchemaCheck.faults(result.at("structuredContent"), tool.outputSchema) == [])
        #expect(try result["content"].items[0]["text"].string.isEmpty == false)
    }

    @Test(arguments: Tool.all.map(\.name)) func anUnknownArgumentIsAToolError(name: String) async throws {
        let conversation = await Conversation.open()
        let result = await conversation.call(name, #"{"__nope__":true}"#).at("result")
        #expect(result.at("isError") == true)
        #expect(result.member("structuredContent") == nil)
        #expect(result.at("_meta", "resy-mcp/error", "code") == "bad_request")
        #expect(try result["content"].items[0]["text"].string.contains("__nope__"))
    }

    @Test(arguments: ["check_availability", "open_days", "make_reservation", "store_resy_credentials"])
    func aMissingArgumentIsAToolError(name: String) async throws {
        let conversation = await Conversation.open()
        let result = await conversation.call(name).at("result")
        #expect(try result["content"].items[0]["text"].string.contains("is missing"))
    }

    // MARK: - Decoding

    @Test func availabilityTakesItsDefaults() async {
        let seen = Lock<AvailabilityRequest?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onCheck: { request, _ in
                seen.withLock { $0 = request }
                return Samples.availability
            }))
        _ = await conversation.call(
            "check_availability",
            #"{"restaurant_name":" Carbone ","date":"Saturday","party_size":"4","location":null,"preferred_time":"7pm"}"#
        )
        let request = seen.withLock { $0 }
        #expect(request?.restaurant == "Carbone")
        #expect(request?.date == "Saturday")
        #expect(request?.party == 4)
        #expect(request?.preferredTime == "7pm")
        #expect(request?.flexibility == 60)
        #expect(request?.location == nil)
        #expect(request?.wantsTerms == false)
    }

    @Test func detailAndTermsAreTaken() async throws {
        let seen = Lock<AvailabilityRequest?>(nil)
        var evening = Samples.availability
        evening.otherTimes = (0..<10).map { Samples.slot(Samples.time(12, $0)) }
        let conversation = await Conversation.open(
            ScriptedConcierge(onCheck: { [evening] request, _ in
                seen.withLock { $0 = request }
                return evening
            }))
        let base = #"{"restaurant_name":"Carbone","date":"Saturday""#
        let full = await conversation.call("check_availability", base + #","terms":true,"detail":"FULL"}"#)
        #expect(seen.withLock { $0 }?.wantsTerms == true)
        #expect(full.at("result", "structuredContent", "more_times") == 0)
        let brief = await conversation.call("check_availability", base + "}")
        #expect(brief.at("result", "structuredContent", "more_times") == 2)
        let odd = await conversation.call("check_availability", base + #","detail":"most"}"#)
        #expect(odd.at("result", "_meta", "resy-mcp/error", "hint") == "Allowed: brief, full.")
    }

    @Test func aBookingPassesOnAllItWasGiven() async {
        let seen = Lock<BookingRequest?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onBook: { request, _ in
                seen.withLock { $0 = request }
                return Samples.booked
            }))
        _ = await conversation.call(
            "make_reservation",
            #"""
            {"restaurant_name":"Carbone","date":"2026-02-14","time":"19:00","party_size":3.0,"special_requests":"birthday",
            "occasion":"Birthday","seating":"Bar","location":"New York","payment_method":4242,"confirm_token":"\#(Self.token)","allow_overlap":true}
            """#)
        let request = seen.withLock { $0 }
        #expect(request?.party == 3)
        #expect(request?.specialRequests == "birthday")
        #expect(request?.occasion == .birthday)
        #expect(request?.seating == "Bar")
        #expect(request?.location == "New York")
        #expect(request?.paymentMethod == "4242")
        #expect(request?.confirmToken == Self.token)
        #expect(request?.allowOverlap == true)
    }

    @Test(arguments: [#""RESY-5""#, "5"]) func aCancellationTakesAnIDOrNothing(id: String) async {
        let seen = Lock<CancellationRequest?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onCancel: { request, _ in
                seen.withLock { $0 = request }
                return Samples.cancelled
            }))
        _ = await conversation.call("cancel_reservation", #"{"date":"saturday"}"#)
        #expect(seen.withLock { $0 }?.date == "saturday")
        #expect(seen.withLock { $0 }?.confirmationID == nil)
        _ = await conversation.call("cancel_reservation", #"{"confirmation_id":\#(id)}"#)
        #expect(seen.withLock { $0 }?.confirmationID?.hasSuffix("5") == true)
    }

    @Test(arguments: ["hunter2", "a@b@c", "@x", "a b@c"]) func swappedCredentialsAreNotShown(email: String) async {
        let conversation = await Conversation.open()
        let answer = await conversation.call("store_resy_credentials", #"{"email":"\#(email)","password":"a@b.c"}"#)
        #expect(answer.at("result", "isError") == true)
        #expect(!answer.compact.contains(email))
        #expect(!answer.compact.contains("a@b.c"))
    }

    // MARK: - Errors

    @Test func aFailureCarriesItsChoicesInTextAndMeta() async throws {
        let error = ResyError(
            .slotGone, .booking(.timePast(Samples.time(19))), advice: [.deed(.offerAlternatives)],
            choices: [.slot(Samples.slot(Samples.time(20)), evening: Samples.day, party: 2, zone: Samples.zone)],
            url: Samples.url)
        let conversation = await Conversation.open(ScriptedConcierge(onBook: { _, _ in throw error }))
        let result = await conversation.call("make_reservation", Self.complete["make_reservation"] ?? "").at("result")
        let meta = result.at("_meta", "resy-mcp/error")
        #expect(meta.at("code") == "slot_gone")
        #expect(try meta["alternatives"].items[0]["times"].items.map { try $0.string } == ["20:00"])
        #expect(meta.at("url") == .string(Samples.url))
        #expect(
            try result["content"].items[0]["text"].string == """
                7:00 PM is past. Nothing was booked.
                Offer the user these; do not book another time without asking.
                - Dining Room, free: 8:00 PM
                On Resy's site: \(Samples.url)
                """)
    }
}
