package coder

// Coding is what a coder found in one article. As JSON it has the keys in which people annotate talks, and beside them those that say why.
type Coding struct {
	Actors     []Actor     `json:"actors"`
	Statements []Statement `json:"statements"`
	Talks      []Talks     `json:"talks"`
	Relations  []Relation  `json:"relations"`
}

// Kind is what an Actor is.
type Kind string

const (
	State        Kind = "state"
	Organization Kind = "organization"
	Official     Kind = "official"
	Unnamed      Kind = "unnamed"
)

// Actor is somebody who acts or speaks in the article, with all that it says of him.
type Actor struct {
	ID       string   `json:"id"` // within the Coding; what refers to actors refers to it
	Kind     Kind     `json:"kind"`
	Name     string   `json:"name"`
	ISO3     *string  `json:"iso3"`
	Role     *string  `json:"role"`
	Of       *string  `json:"of"`
	Mentions []string `json:"mentions"`
	// Key names the actor's node where the dictionary knows it, as "State:RUS" or "Organization:taliban"; else it is made of its name.
	Key string `json:"key,omitempty"`
}

// Fact is what all that is found has in common: where it stands, and why it was taken for one.
type Fact struct {
	ID       string `json:"id"`
	Polarity string `json:"polarity,omitempty"` // positive, negative
	Modality string `json:"modality,omitempty"` // asserted, planned, possible, conditional, demanded, hypothetical, past_background
	Evidence string `json:"evidence"`           // the words it rests on, exactly as they stand
	// Occurrence says which of the places at which Evidence stands, from 1; 0 where there is one only.
	Occurrence int     `json:"occurrence,omitempty"`
	Start      int     `json:"start"` // where Evidence stands in the text, in bytes
	End        int     `json:"end"`
	Rule       string  `json:"rule"`           // the rule that found it
	Line       string  `json:"line,omitempty"` // the line of a dictionary that it used, as "events/frames.tsv:12"
	Confidence float64 `json:"confidence"`
	// By is the actor whose claim it is, where somebody in the article says so; "" where the article itself does.
	By string `json:"by,omitempty"`
}

// Time is when something was said or happened: in the article's words, and as an EDTF date where they give one.
type Time struct {
	Text string  `json:"text"`
	EDTF *string `json:"edtf"`
}

// Statement is a speech act.
type Statement struct {
	Fact
	Speakers  []string `json:"speakers"`
	Behalf    []string `json:"behalf"`
	Act       string   `json:"act"`
	CAMEO     *string  `json:"cameo"`
	Addressed []string `json:"addressed"`
	About     []string `json:"about"` // actors and talks
	Channel   *string  `json:"channel"`
	Said      *Time    `json:"said"`
	Quote     *string  `json:"quote"`
}

// Talks is a round of talks.
type Talks struct {
	Fact
	Ordinal   *int      `json:"ordinal"`
	Place     *string   `json:"place"`
	Started   *string   `json:"started"` // EDTF
	Ended     *string   `json:"ended"`
	Parties   []string  `json:"parties"`
	Mediators []string  `json:"mediators"`
	Hosts     []string  `json:"hosts"`
	Format    *string   `json:"format"`
	Status    string    `json:"status"`  // held, planned, under_way, postponed, cancelled, called_for
	Outcome   string    `json:"outcome"` // AGREEMENT, PARTIAL_AGREEMENT, PROGRESS, NO_RESULT, COLLAPSED, ADJOURNED, UNKNOWN
	Accounts  []Account `json:"accounts"`
}

// Account is how a party described a round.
type Account struct {
	Party string `json:"party"`
	Words string `json:"words"`
}

// Relation is what somebody did to somebody.
type Relation struct {
	Fact
	Type   string   `json:"type"` // OFFERS_MEDIATION, MEETS, ACCUSES ...
	CAMEO  *string  `json:"cameo"`
	Source []string `json:"source"`
	Target []string `json:"target"`
	About  []string `json:"about"`
	Said   *Time    `json:"said"`
}
