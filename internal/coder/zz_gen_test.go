package coder
import ("testing";"os";"strings")
func TestZZGen(t *testing.T){
 b,_:=os.ReadFile("/tmp/ev/sent.txt"); rules:=newRules(t); var o strings.Builder
 for l:=range strings.Lines(string(b)) { l=strings.TrimRight(l,"\n"); o.WriteString(l+"\n"); if l==""||l[0]=='#' {continue}
  a:=rules.analyse(Article{Text:l}); rules.acts.findEvents(a,a.indexed()); for i:=range a.events { o.WriteString("\t"+eventNotation(a,&a.events[i])+"\n") } }
 os.WriteFile("/tmp/ev/events.txt",[]byte(o.String()),0o644)
}
