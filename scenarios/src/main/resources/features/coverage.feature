@evidence
Feature: What is promised is tested

  @R-13
  Scenario: Every promised behaviour has a scenario
    Then every promised behaviour has a scenario
