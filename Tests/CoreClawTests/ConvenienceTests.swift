import CoreClaw
import Testing

struct ConvenienceTests {
    @Test("Q26: outcomes are all given, and one call asks for success")
    func queueOutcomes() throws {
        let mixed = try QueueOutcomes(
            json: #"{"results":[{"queue_ref":"1","success":true},{"queue_ref":"2","success":false,"error":"gone"}]}"#
        )
        #expect(mixed.outcomes.map(\.isSuccess) == [true, false])
        #expect(mixed.failures.map(\.id) == ["2"])
        let error = #expect(throws: QueueOutcomeError.self) { try mixed.requireAllSucceeded() }
        #expect(error?.description == "1 of 2 queue items failed: 2 (gone)")

        let good = try QueueOutcomes(json: #"{"results":[{"queue_ref":"1","success":true}]}"#)
        #expect(try good.requireAllSucceeded() == good)
        #expect(try good.requireAllSucceeded(of: ["1"]) == good)

        let missed = #expect(throws: QueueOutcomeError.self) { try good.requireAllSucceeded(of: ["1", "3"]) }
        #expect(missed?.missing == ["3"])
        #expect(missed?.description == "1 of 2 queue items failed: 3 (no outcome)")
        let both = #expect(throws: QueueOutcomeError.self) { try mixed.requireAllSucceeded(of: ["1", "2", "3"]) }
        #expect(both?.description == "2 of 3 queue items failed: 2 (gone), 3 (no outcome)")
        #expect(throws: QueueOutcomeError.self) { try QueueOutcomes(json: "{}").requireAllSucceeded(of: ["1"]) }
    }

    @Test(
        "Q25: rows that report errors are told apart",
        arguments: [
            (#"{"error":"Forbidden","error_code":"403","status":"failed","__coreclaw_data_id__":"x"}"#, true),
            (#"{"error":"Forbidden"}"#, true),
            (#"{"error":"Forbidden","__cafe_data_id__":"x"}"#, true),
            (#"{"error":{"reason":"Forbidden"}}"#, true),
            (#"{"error":null,"status":"ok"}"#, false),
            (#"{"error":"","status":"ok"}"#, false),
            (#"{"error":{},"status":"ok"}"#, false),
            (#"{"error":false,"status":"ok"}"#, false),
            (#"{"error":0}"#, false),
            (#"{"error":"none","title":"A shop"}"#, false),
            (#"{"status":"failed"}"#, false),
            ("{}", false),
        ]
    )
    func errorReports(json: String, isErrorReport: Bool) throws {
        #expect(try JSONObject(json: json).isErrorReport == isErrorReport)
    }

    @Test("Q13: the fields of an input, where they are described by a list")
    func inputFields() throws {
        let schema = try WorkerInputSchema(
            json: """
                {"input_schema":{"properties":[
                    {"name":"keywords","type":"array","required":true,"default":["coffee"]},
                    {"name":"language","options":[{"label":"English","value":"en"},{"label":"None","value":null}]}
                ]}}
                """
        )
        let fields = try #require(schema.fields)
        #expect(fields.map(\.name) == ["keywords", "language"])
        #expect(fields[0].isRequired == true)
        #expect(fields[0].defaultValue == ["coffee"])
        #expect(fields[1].options.map(\.label) == ["English", "None"])
    }

    @Test(
        "Q13: other forms are any JSON",
        arguments: [
            #"{"input_schema":{"type":"object","properties":{"keyword":{"type":"string"}}}}"#, #"{"input_schema":null}"#, "{}",
            #"{"input_schema":{"properties":[{"title":"nameless"}]}}"#, #"{"input_schema":[1]}"#,
        ]
    )
    func otherInputSchemas(json: String) throws {
        #expect(try WorkerInputSchema(json: json).fields == nil)
    }
}
